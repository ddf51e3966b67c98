"""The workshop: an environment for each peer, and a copy of each project for it to work on."""

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

from benchmarks.accuracy.contest import Subject, Told
from benchmarks.environment import Environment, InstallError

_PATIENCE = 600
_LEFT = ignore_patterns(
    ".git", "node_modules", ".venv", "venv", "tests", "test", "migrations", "alembic"
)
"""What has no labels: it would only take time."""


class PeerError(Exception):
    """A peer cannot be installed, or does not say what it found."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another linter: what to install, how to call it, and how to read what it says.

    `settings` is the text of the `pyproject.toml` that it gets, None where it has no settings of
    layers and takes the project as it is. `read` yields what its output says of the labels.
    """

    name: str
    requirement: str
    command: tuple[str, ...]
    read: Callable[[Subject, str], Iterable[Told]]
    settings: Callable[[Subject], str] | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folder that everything happens in."""

    folder: Path

    def install(self, peer: Peer) -> None:
        """Install a peer in an environment of its own."""
        try:
            self._home(peer).install(peer.requirement)
        except InstallError as problem:
            raise PeerError(str(problem)) from problem

    def told(self, peer: Peer, subject: Subject) -> Iterator[Told]:
        """Yield what a peer says of a project; it works on a copy."""
        place = self.folder / "copies" / subject.project.name
        rmtree(place, ignore_errors=True)
        copytree(subject.root, place, ignore=_LEFT)
        if peer.settings:
            (place / "pyproject.toml").write_text(peer.settings(subject), encoding="utf-8")
        program, *arguments = peer.command
        said = self._run([self._home(peer).tool(program), *arguments], place)
        try:
            yield from peer.read(subject, said)
        except (ValueError, KeyError, TypeError) as problem:
            raise PeerError(f"unreadable: {said.strip()[-200:]!r}") from problem

    def _home(self, peer: Peer) -> Environment:
        return Environment(self.folder / peer.name)

    def _run(self, command: list[str], at: Path) -> str:
        """Return what a judge prints; one who found something exits with another status."""
        try:
            done = subprocess.run(  # noqa: S603 - the commands are those of this folder
                command, cwd=at, check=False, capture_output=True, text=True, timeout=_PATIENCE
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise PeerError(str(problem)) from problem
        if done.returncode and not done.stdout:
            raise PeerError(done.stderr.strip()[-300:])
        return done.stdout
