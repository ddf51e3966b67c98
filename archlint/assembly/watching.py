"""Watching a project: when something in it is saved, and how that changes what is found."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, sleep

from archlint.assembly.request import Request, baseline_of, project_folder, settings_file
from archlint.model.audit import Audit
from archlint.model.baseline.entries import entry_of
from archlint.model.faults import ArchlintError
from archlint.model.finding import Finding
from archlint.sources.cache.recent import Recent
from archlint.sources.crew.crew import Standing
from archlint.sources.discovery import tree_below
from archlint.sources.disk import cores

PAUSE = 0.15
REST = 10
"""For each second of looking, so many are waited: a large project does not keep a core busy."""
BESIDE = ("archlint.toml", "pyproject.toml", ".importlinter", "setup.cfg")

Stamp = tuple[int, int, int]
Wait = Callable[[float], object]


@contextmanager
def lasting(request: Request) -> Iterator[Request]:
    """Let what was read, and who reads, stay from one audit to the next inside the block."""
    standing = Standing(request.jobs or cores())
    try:
        yield replace(request, recent=Recent(), workers=request.workers or standing)
    finally:
        standing.dismiss()


@dataclass(frozen=True, slots=True)
class Difference:
    """What has appeared and what is gone; `moved` goes by other names than before."""

    appeared: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    moved: tuple[Finding, ...] = ()


class Watch:
    """Notes what a project looks like, and sees what is saved from then on."""

    def __init__(self, folder: Path, request: Request, wait: Wait = sleep) -> None:
        self._folder = folder
        self._request = request
        self._wait = wait
        self._seen = self._look()

    def saves(self) -> Iterator[tuple[str, ...]]:
        """Yield the files that were saved, made or removed, whenever some were; without an end."""
        pause = PAUSE
        while True:
            self._wait(pause)
            began = perf_counter()
            now = self._look()
            pause = max(PAUSE, REST * (perf_counter() - began))
            if now != self._seen:
                yield self._settled(now)

    def _settled(self, now: dict[str, Stamp]) -> tuple[str, ...]:
        """Wait until nothing changes any more, and return what has: many files are one save."""
        before = self._seen
        while now != self._seen:
            self._seen = now
            self._wait(PAUSE / 3)
            now = self._look()
        paths = before.keys() | now.keys()
        return tuple(sorted(path for path in paths if before.get(path) != now.get(path)))

    def _look(self) -> dict[str, Stamp]:
        project = project_folder(self._folder, self._request).absolute()
        found = ((str(file), _stamp(file)) for file in self._files(project))
        return {_shown(file, project): stamp for file, stamp in found if stamp}

    def _files(self, project: Path) -> Iterator[Path]:
        yield from (project / path for path in tree_below(project, ()).files)
        yield from (project / name for name in BESIDE)
        if settings := settings_file(self._folder, self._request):
            yield settings.absolute()
        yield from baseline_of(self._folder, self._request).path.absolute().rglob("*.toml")


def difference(folder: Path, request: Request, before: Audit, after: Audit) -> Difference:
    """Return how the new findings of two audits of a project differ, the later one just made."""
    known = {finding.identity for finding in before.new()}
    present = {finding.identity for finding in after.new()}
    gone = tuple(finding for finding in before.new() if finding.identity not in present)
    appeared = tuple(finding for finding in after.new() if finding.identity not in known)
    if not gone or not appeared:
        return Difference(appeared, gone)
    pairs = _pairs(folder, request, gone, appeared)
    return Difference(
        appeared=tuple(each for each in appeared if each.identity not in pairs.values()),
        gone=tuple(each for each in gone if each.identity not in pairs),
        moved=tuple(each for each in appeared if each.identity in pairs.values()),
    )


def _pairs(
    folder: Path, request: Request, gone: tuple[Finding, ...], appeared: tuple[Finding, ...]
) -> dict[str, str]:
    """Return the identities of what is gone by name only, each with what has become of it."""
    from archlint.assembly import program_of
    from archlint.model.baseline.presence import Presence
    from archlint.model.baseline.succession import successions

    entries = [entry_of(finding) for finding in gone]
    try:
        presence = Presence(program_of(folder, request).codebase, entries)
    except ArchlintError:  # they changed again, after the later audit
        return {}
    pairs = successions(entries, appeared, presence)
    return {entry.identity: finding.identity for entry, finding in pairs}


def _stamp(file: Path) -> Stamp | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _shown(file: str, project: Path) -> str:
    path = Path(file)
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else file
