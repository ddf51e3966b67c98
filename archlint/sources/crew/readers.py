"""The readers: what may be asked of a file, by names that pass between processes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.facts.suites import Suite
from archlint.model.facts.uses import Uses
from archlint.sources.crew.answers import Answer, Read
from archlint.sources.facts import Fact


@dataclass(frozen=True, slots=True)
class Reader(Generic[Fact]):
    """Reads one kind of fact from the source of a file.

    `load` imports what it reads with: no process imports more than it needs. As many files as
    `few` are read sooner than a process has started and has told its answers. `batch` is how many
    files a process is asked for at a time. A reader that `may_crash` reads in this process only
    where the project is small: of a large one, a file that once ended a worker may be among few.
    """

    name: str
    answer: type[Answer[Fact]]
    load: Callable[[], Read[Fact]]
    few: int
    batch: int
    may_crash: bool = False

    def reads_here(self, count: int, among: int) -> bool:
        """Whether so many files, among all those of a project, are read in this process."""
        return (among if self.may_crash else count) <= self.few


def _skim() -> Read[Outline]:
    from archlint.sources.skim import skim

    return skim


def _study() -> Read[Structure]:
    from archlint.sources.study import study  # LibCST comes with it, and takes its time

    return study


def _uses() -> Read[Uses]:
    from archlint.sources.skim.uses import read_uses

    return read_uses


def _suites() -> Read[Suite]:
    from archlint.sources.skim.suites import read_suite

    return read_suite


SKIM = Reader("skim", Answer[Outline], _skim, few=500, batch=32)

USES = Reader("uses", Answer[Uses], _uses, few=100, batch=16)

SUITES = Reader("suites", Answer[Suite], _suites, few=300, batch=32)

STUDY = Reader("study", Answer[Structure], _study, few=32, batch=4, may_crash=True)
"""As few files as that rely on the study's guard alone: what it lets pass did not crash the parser
in any shape that was tried. With more files it is the worker that a crash would end."""

READERS: dict[str, Reader[Outline] | Reader[Structure] | Reader[Suite] | Reader[Uses]] = {
    SKIM.name: SKIM,
    SUITES.name: SUITES,
    USES.name: USES,
    STUDY.name: STUDY,
}
