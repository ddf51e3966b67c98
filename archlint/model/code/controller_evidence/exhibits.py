"""Exhibits: what speaks for business logic in a handler, each with its place and its weight."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Evidence(StrEnum):
    """What kind of thing was seen; the value is how it is told."""

    MUTATE = "change of"
    COPY = "copy into"
    ARITH = "arithmetic on"
    GUARD = "guard on"
    ASK = "question to"
    BRANCH = "branch on"
    LOOP = "loop over"
    STEPS = "writes of"
    WAYS = "many ways around"
    COURSE = "course of"
    STEP = "step by"
    LOAD = "loads itself and decides on"
    TX = "transaction by"
    READ = "read by"
    WRITE = "write by"
    IO = "call to the outside by"


CORE = (
    Evidence.GUARD,
    Evidence.ARITH,
    Evidence.MUTATE,
    Evidence.BRANCH,
    Evidence.ASK,
    Evidence.LOOP,
    Evidence.STEPS,
    Evidence.COPY,
    Evidence.STEP,
    Evidence.COURSE,
    Evidence.WAYS,
)
"""What is business logic by itself, in the order of telling; the rest only adds to it."""

ACCESS = frozenset({Evidence.READ, Evidence.WRITE, Evidence.TX})
"""What reaches the store with nobody in between."""

WEIGHTS: Mapping[Evidence, tuple[float, float]] = MappingProxyType(
    {
        Evidence.MUTATE: (2, 6),
        Evidence.COPY: (1, 2),
        Evidence.ARITH: (2, 6),
        Evidence.GUARD: (2, 4),
        Evidence.ASK: (1, 2),
        Evidence.BRANCH: (2, 4),
        Evidence.LOOP: (1, 3),
        Evidence.STEPS: (1, 1),
        Evidence.WAYS: (1, 1),
        Evidence.COURSE: (2, 2),
        Evidence.STEP: (2, 4),
        Evidence.LOAD: (2, 2),
        Evidence.IO: (1, 3),
    }
)
"""For each kind, what one exhibit weighs, and what all of them may weigh together."""

MOST_ACCESS = 4
TRANSACTION = 2
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
        return f"{self.evidence} {self.subject or UNNAMED}"


UNNAMED = "a value without a name"
"""What is said of an expression that nobody would name, such as `any(...)` over a comparison."""


def score(exhibits: Iterable[Exhibit], cognitive: int) -> float:
    """Weigh the exhibits; how hard the handler is to follow adds half a point for each step."""
    seen = Counter(exhibit.evidence for exhibit in exhibits)
    hardness = min(max(cognitive - SIMPLE, 0) / 2, HARDEST)
    weighed = sum(min(weight * seen[kind], most) for kind, (weight, most) in WEIGHTS.items())
    return weighed + _persistence(seen) + hardness


def _persistence(seen: Mapping[Evidence, int]) -> float:
    """Weigh how the store is used: one read is free, and what is written is a transaction."""
    reads, writes = seen.get(Evidence.READ, 0), seen.get(Evidence.WRITE, 0)
    transaction = TRANSACTION if writes or seen.get(Evidence.TX) else 0
    return min(max(reads - 1, 0) + writes, MOST_ACCESS) + transaction
