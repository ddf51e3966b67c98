"""The progress of a run: how many files are read, how many rules have judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from archlint.model.rule import Rule
from archlint.sources.crew.readers import Reader
from archlint.sources.crew.reading import Workers
from archlint.sources.crew.told import Told
from archlint.sources.facts import Fact

if TYPE_CHECKING:  # an audit that is kept is told without those who judge
    from archlint.auditing import Judge
    from archlint.model.codebase import Codebase
    from archlint.model.finding import Finding


class Progress(Protocol):
    """Somebody who is told how far a run has come."""

    def begin(self, stage: str, total: int) -> None:
        """Hear that a stage begins, which has so many steps."""
        ...

    def advance(self) -> None:
        """Hear that one more step is done."""
        ...


@dataclass(frozen=True, slots=True)
class CountedWorkers:
    """Workers whose files are counted."""

    workers: Workers
    progress: Progress

    def told(self, paths: Sequence[str], reader: Reader[Fact]) -> Iterator[Told[Fact]]:
        """Yield what is told of files, in the order of their paths."""
        self.progress.begin("reading files", len(paths))
        for told in self.workers.told(paths, reader):
            self.progress.advance()
            yield told


def counted(judge: "Judge", progress: Progress) -> "Judge":
    """Return a judge whose end is told."""

    def judging(codebase: "Codebase", rule: Rule) -> "Iterator[Finding]":
        yield from judge(codebase, rule)
        progress.advance()

    return judging
