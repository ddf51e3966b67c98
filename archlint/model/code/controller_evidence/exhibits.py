"""Exhibits: what speaks for business logic in a handler, each with its place and its weight."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Evidence(StrEnum):
    """What kind of thing was seen; the value is how it is told."""

    MUTATE = "change of"
    COPY = "copy into"
    ARITH = "arithmetic on"
    GUARD = "guard on"
    ASK = "question to"
    BRANCH = "branch on"
    LOOP = "loop over"
    LOAD = "loads itself and decides on"
    TX = "transaction"
    PERSIST = "query"
    IO = "call to the outside"
    COMPLEXITY = "complexity"


CORE = (
    Evidence.GUARD,
    Evidence.ARITH,
    Evidence.MUTATE,
    Evidence.BRANCH,
    Evidence.ASK,
    Evidence.LOOP,
    Evidence.COPY,
)
"""What makes a handler fat by itself, in the order of telling; the rest only adds to it."""

WEIGHTS: dict[Evidence, tuple[float, float]] = {
    Evidence.MUTATE: (2, 6),
    Evidence.COPY: (1, 2),
    Evidence.ARITH: (2, 6),
    Evidence.GUARD: (2, 4),
    Evidence.ASK: (1, 2),
    Evidence.BRANCH: (1, 4),
    Evidence.LOOP: (1, 3),
    Evidence.LOAD: (2, 2),
    Evidence.TX: (2, 2),
    Evidence.PERSIST: (1, 4),
    Evidence.IO: (1, 3),
}
"""For each kind, what one exhibit weighs, and what all of them may weigh together."""

SIMPLE = 5
HARDEST = 5


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One thing that was seen; `subject` names it, `owner` the class of the project it is of."""

    evidence: Evidence
    path: str
    line: int
    subject: str
    owner: str = ""

    @property
    def text(self) -> str:
        """What was seen, in words."""
        return f"{self.evidence} {self.subject}"


def score(exhibits: Iterable[Exhibit], cognitive: int) -> float:
    """Weigh the exhibits; how hard the handler is to follow adds half a point for each step."""
    found = [*exhibits]
    hardness = min(max(cognitive - SIMPLE, 0) / 2, HARDEST)
    return hardness + sum(
        min(weight * sum(1 for exhibit in found if exhibit.evidence is kind), most)
        for kind, (weight, most) in WEIGHTS.items()
    )
