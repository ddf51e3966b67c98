"""The readers: what may be asked of a file, by names that pass between processes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.sources.crew.answers import Answer, Read
from archlint.sources.facts import Fact


@dataclass(frozen=True, slots=True)
class Reader(Generic[Fact]):
    """Reads one kind of fact from the source of a file.

    `load` imports what it reads with: no process imports more than it needs. As many files as
    `few` are read sooner than a process has started and has told its answers.
    """

    name: str
    answer: type[Answer[Fact]]
    load: Callable[[], Read[Fact]]
    few: int


def _skim() -> Read[Outline]:
    from archlint.sources.skim import skim

    return skim


def _study() -> Read[Structure]:
    from archlint.sources.study import study  # LibCST comes with it, and takes its time

    return study


SKIM = Reader("skim", Answer[Outline], _skim, few=500)

STUDY = Reader("study", Answer[Structure], _study, few=32)
"""As few files as that rely on the study's guard alone: what it lets pass did not crash the parser
in any shape that was tried. With more files it is the worker that a crash would end."""

READERS: dict[str, Reader[Outline] | Reader[Structure]] = {
    SKIM.name: SKIM,
    STUDY.name: STUDY,
}
