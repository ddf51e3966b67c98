"""A repository: which commit a branch grew from, and what differs since then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from archlint.sources.git.commands import FailedError, GitError, output_of, words_of

_RENAMES = ("--find-renames", "--no-rename-empty")
_DIFF = ("diff", "--name-status", "--no-ext-diff", *_RENAMES, "--relative", "-z")
_REFERENCES = ("for-each-ref", "--format=%(refname:short)")


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths that differ; `renamed` leads from old paths to new ones."""

    paths: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder, to which all paths are relative."""

    folder: Path

    def fork(self, revision: str) -> str:
        """Return the commit at which HEAD and a revision parted.

        Raises GitError where there is none, with what to do about it.
        """
        self._look()
        if not self._commit("HEAD"):
            raise GitError(f"{self.folder} has no commit yet, so there is nothing to compare with")
        other = self._commit(revision)
        if not other:
            raise GitError(self._unknown(revision))
        try:
            return output_of(self.folder, "merge-base", other, "HEAD").decode().strip()
        except FailedError as error:
            message = f"{revision} and HEAD have no commit in common{self._depth()}"
            raise GitError(message) from error

    def tree(self, commit: str) -> str:
        """Return the name of all that the folder held in a commit, "" where it was not there."""
        try:
            return output_of(self.folder, "rev-parse", f"{commit}:./").decode().strip()
        except FailedError:
            return ""

    def changes(self, commit: str) -> Changes:
        """Return what differs between a commit and the files on the disk, untracked ones too."""
        paths = {*words_of(self.folder, "ls-files", "-z", "--others", "--exclude-standard")}
        renamed: dict[str, str] = {}
        words = words_of(self.folder, *_DIFF, commit, "--", ".")
        for status in words:
            paths.add(path := next(words))
            if status.startswith("R"):
                paths.add(new := next(words))
                renamed[path] = new
        return Changes(tuple(sorted(paths)), renamed)

    def _look(self) -> None:
        try:
            output_of(self.folder, "rev-parse", "--git-dir")
        except FailedError as error:
            message = f"--since needs a git repository around {self.folder}: {error}"
            raise GitError(message) from error

    def _commit(self, revision: str) -> str:
        """Return the commit that a revision names, "" where it names none."""
        if revision.startswith("-"):
            return ""
        try:
            asked = ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
            return output_of(self.folder, *asked).decode().strip()
        except FailedError:
            return ""

    def _unknown(self, revision: str) -> str:
        known = output_of(self.folder, *_REFERENCES).decode("utf-8", "replace").split()
        near = get_close_matches(revision, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; fetch it first, with git fetch origin"
        return f"git knows no revision {revision!r}{hint}{self._depth()}"

    def _depth(self) -> str:
        """Return what may be the cause, and what to do, where history was cut off."""
        asked = ("rev-parse", "--is-shallow-repository")
        if output_of(self.folder, *asked).strip() != b"true":
            return ""
        return (
            "; this clone is shallow: run git fetch --unshallow, or check out with fetch-depth: 0"
        )
