"""The court: gathers and weighs what speaks for business logic in each handler."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archlint.model.architecture.architecture import DomainModel
from archlint.model.catalog import Catalog
from archlint.model.code.controller_evidence.complexity import cognitive
from archlint.model.code.controller_evidence.exhibits import (
    CORE,
    OF_RECORDS,
    Evidence,
    Exhibit,
    score,
)
from archlint.model.code.controller_evidence.origin import Sources
from archlint.model.code.controller_evidence.pieces import Pieces
from archlint.model.code.controller_evidence.reading import Reading
from archlint.model.code.handlers.handler import Handler

ONCE = frozenset({Evidence.MUTATE, Evidence.GUARD, Evidence.LOAD, Evidence.TX, Evidence.ASK})
CHANGING = frozenset({Evidence.MUTATE, Evidence.COPY, Evidence.TX, Evidence.WRITE})


@dataclass(frozen=True, slots=True)
class Case:
    """What speaks for business logic in a handler, in the order of lines."""

    handler: Handler
    exhibits: tuple[Exhibit, ...]
    cognitive: int

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


class Court:
    """Hears the case of each handler."""

    def __init__(
        self, sources: Sources, pieces: Pieces, catalog: Catalog, domain_model: DomainModel
    ) -> None:
        self._sources = sources
        self._pieces = pieces
        self._catalog = catalog
        self._is_active_record = domain_model is DomainModel.ACTIVE_RECORD

    def case(self, handler: Handler) -> Case:
        """Return all that speaks for business logic in a handler."""
        found = sorted(_distinct(self._found(handler)), key=lambda e: (e.path, e.line, e.text))
        return Case(handler, tuple(found), cognitive(handler.function.fact))

    def _found(self, handler: Handler) -> Iterator[Exhibit]:
        for piece in self._pieces.of(handler):
            for exhibit in Reading(piece, self._sources, self._catalog).exhibits():
                if not self._is_active_record or exhibit.evidence not in OF_RECORDS:
                    yield exhibit


def _distinct(found: Iterable[Exhibit]) -> Iterator[Exhibit]:
    """Yield each thing once; setting one attribute twice is one change."""
    told: set[tuple[Evidence, str]] = set()
    for exhibit in found:
        key = (exhibit.evidence, exhibit.subject)
        if exhibit.evidence not in ONCE or key not in told:
            told.add(key)
            yield exhibit
