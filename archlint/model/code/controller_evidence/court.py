"""The court: gathers and weighs what speaks for business logic in each handler."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.controller_evidence.complexity import cognitive
from archlint.model.code.controller_evidence.exhibits import (
    ACCESS,
    CORE,
    Evidence,
    Exhibit,
    score,
)
from archlint.model.code.controller_evidence.origin import Sources
from archlint.model.code.controller_evidence.pieces import Piece, Pieces
from archlint.model.code.controller_evidence.reading import Reading
from archlint.model.code.controller_evidence.shape import OF_SHAPE, Shape
from archlint.model.code.controller_evidence.things import is_other
from archlint.model.code.controller_evidence.vocabulary import words
from archlint.model.code.handlers.handler import Handler, HandlerKind

ONCE = frozenset({Evidence.MUTATE, Evidence.GUARD, Evidence.LOAD, Evidence.TX, Evidence.ASK})
CHANGING = frozenset({Evidence.MUTATE, Evidence.COPY, Evidence.TX, Evidence.WRITE})
DECIDING = frozenset({Evidence.GUARD, Evidence.BRANCH, Evidence.ASK})
PROBES = frozenset(
    {"health", "healthcheck", "healthz", "heartbeat", "ping", "ready", "readyz",
     "readiness", "liveness", "livez", "alive"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """What speaks for business logic in a handler, in the order of lines.

    `pieces` are the functions whose statements belong to it.
    """

    handler: Handler
    exhibits: tuple[Exhibit, ...]
    cognitive: int
    pieces: tuple[Piece, ...] = ()

    @property
    def score(self) -> float:
        """The weight of all exhibits."""
        return score(self.exhibits, self.cognitive)

    @property
    def core(self) -> tuple[Exhibit, ...]:
        """The exhibits that are business logic by themselves, the gravest first."""
        return tuple(e for kind in CORE for e in self.exhibits if e.evidence is kind)

    @property
    def is_changing(self) -> bool:
        """Whether the handler changes anything."""
        return any(exhibit.evidence in CHANGING for exhibit in self.exhibits)

    @property
    def is_probe(self) -> bool:
        """Whether the handler only tells whether the program and its store are alive."""
        function = self.handler.function
        home = function.module.name.rpartition(".")[2]
        return bool(words(f"{home}.{function.fact.qualname}") & PROBES)

    def is_among(self, kinds: Container[str], ignored: Container[str]) -> bool:
        """Whether a rule is about handlers of this kind, and not told to leave this one alone."""
        return self.handler.kind in kinds and self.handler.function.fact.name not in ignored

    @property
    def is_by_shape(self) -> bool:
        """Whether nothing but how it goes on speaks for business logic."""
        return {exhibit.evidence for exhibit in self.core} <= OF_SHAPE

    def of(self, *kinds: Evidence) -> tuple[Exhibit, ...]:
        """Return the exhibits of these kinds."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.evidence in kinds)


class Court:
    """Hears the case of each handler."""

    def __init__(self, sources: Sources, pieces: Pieces, domain_model: DomainModel) -> None:
        self._sources = sources
        self._pieces = pieces
        self._is_active_record = domain_model is DomainModel.ACTIVE_RECORD

    def case(self, handler: Handler) -> Case:
        """Return all that speaks for business logic in a handler."""
        pieces = tuple(self._pieces.of(handler))
        readings = [Reading(piece, self._sources) for piece in pieces]
        found = [*_distinct(self._found(readings))]
        hardness = sum(cognitive(x.function.fact) for x in pieces if not x.is_inner)
        if handler.kind is not HandlerKind.CLI:
            shape = Shape(readings, sorted(found, key=_order), hardness)
            found += shape.exhibits(is_active_record=self._is_active_record)
        return Case(handler, tuple(sorted(found, key=_order)), hardness, pieces)

    def _found(self, readings: Sequence[Reading]) -> Iterator[Exhibit]:
        for reading in readings:
            seen = tuple(reading.exhibits())
            yield from _beyond_records(seen) if self._is_active_record else seen
        yield from _steps(readings)


def _beyond_records(seen: Sequence[Exhibit]) -> Iterator[Exhibit]:
    """Yield what is no mere use of the store: loading counts only for what it is decided on."""
    decided = {exhibit.line for exhibit in seen if exhibit.evidence in DECIDING}
    for exhibit in seen:
        is_load = exhibit.evidence is Evidence.LOAD
        if exhibit.evidence not in ACCESS and (not is_load or exhibit.line in decided):
            yield exhibit


def _steps(readings: Iterable[Reading]) -> Iterator[Exhibit]:
    """Yield that a handler writes several things on one way, at the line of the later one."""
    written = [(reading, act) for reading in readings for act in reading.writes()]
    for (before, first), (reading, act) in combinations(written, 2):
        is_either = before is reading and reading.steps.is_either(first.line, act.line)
        if is_other(act.thing, first.thing) and not is_either:
            yield reading.exhibit(Evidence.STEPS, act.line, f"{first.thing} and {act.thing}")
            return


def _order(exhibit: Exhibit) -> tuple[str, int, str]:
    return exhibit.path, exhibit.line, exhibit.text


def _distinct(found: Iterable[Exhibit]) -> Iterator[Exhibit]:
    """Yield each thing once; setting one attribute twice is one change."""
    told: set[tuple[Evidence, str]] = set()
    for exhibit in found:
        key = (exhibit.evidence, exhibit.subject)
        if exhibit.evidence not in ONCE or key not in told:
            told.add(key)
            yield exhibit
