"""The branch that a run is asked about: where it began, and whether it changed what is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.request import Request
from archlint.baseline.folder import PLACE
from archlint.contracts.presence import FILES
from archlint.model.audit import Audit, Coverage
from archlint.model.rule import Rule
from archlint.settings.loading import OWN_FILE, SHARED_FILE
from archlint.settings.project import ProjectSettings
from archlint.sources.discovery.ignoring import GITIGNORE
from archlint.sources.discovery.walking import MARKERS
from archlint.sources.git.commands import GitError
from archlint.sources.git.repository import Changes, Repository

_TELLING = frozenset({GITIGNORE, OWN_FILE, SHARED_FILE, *MARKERS, *FILES})
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Branch:
    """The work since HEAD and `revision` parted, at the commit `fork`, committed or not."""

    settings: ProjectSettings
    revision: str
    fork: str
    changes: Changes

    @property
    def folder(self) -> Path:
        """The folder of the project."""
        return self.settings.folder.resolve()

    @property
    def is_beside_the_point(self) -> bool:
        """Whether nothing has changed that an audit looks at."""
        return not any(self._matters(path) for path in self.changes.paths)

    def _matters(self, path: str) -> bool:
        """Whether a path is of use; a folder is one of another repository, of unknown content."""
        kept = path.startswith(f"{PLACE}/")
        return kept or is_telling(path) or (self.folder / path).is_dir()

    @property
    def described(self) -> str:
        """The revision as it is told to people."""
        short = self.fork[:_SHOWN]
        return short if self.fork.startswith(self.revision) else f"{self.revision} ({short})"


def branch_of(settings: ProjectSettings, request: Request) -> Branch | None:
    """Return the branch that is asked about, if one is; raise NothingToJudgeError without it."""
    if not request.since:
        return None
    repository = Repository(settings.folder.resolve())
    try:
        fork = repository.fork(request.since)
        return Branch(settings, request.since, fork, repository.changes(fork))
    except GitError as error:
        raise NothingToJudgeError(str(error)) from error


def unchanged(branch: Branch, rules: Sequence[Rule]) -> Audit:
    """Return the audit of a branch on which nothing happened that could be found."""
    active = tuple(rule for rule in rules if not rule.is_off)
    return Audit(
        architecture=branch.settings.architecture,
        findings=(),
        coverage=Coverage(0, 0, 0, 0, 0, 0, (), tuple(rule.name for rule in active)),
        rules=active,
        notes=(f"no file that is judged has changed since {branch.described}",),
        since=branch.described,
    )


def is_telling(path: str) -> bool:
    """Whether a file says something about the modules of a project."""
    return path.endswith(".py") or path.rpartition("/")[2] in _TELLING
