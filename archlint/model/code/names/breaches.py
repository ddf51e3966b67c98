"""A breach of the dependency rule: what an inner module knows of an outer one, and by what way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.dependencies import Dependency
from archlint.model.finding import Evidence
from archlint.model.modules import Module
from archlint.model.place import Place


class Way(StrEnum):
    """How an outer name comes in."""

    IMPORTED = "imported"
    FOR_TYPES = "for types"
    BY_NAME = "by name"
    HANDED_ON = "handed on"


@dataclass(frozen=True, slots=True)
class Breach:
    """What one module knows of one outer module, or of one name in it.

    `names` are the dependencies of the module itself, `importers` those of inner modules that have
    the names from here. A package that belongs to no layer has none of its own that would matter.
    """

    way: Way
    module: Module
    inner: Layer
    outer: Layer
    names: tuple[Dependency, ...]
    importers: tuple[Dependency, ...]
    places: tuple[Place, ...]

    @property
    def target(self) -> str:
        """The one name that is known, or where there are several, the module that they are of."""
        told = self.told
        return told[0] if len(told) == 1 else self.home

    @property
    def told(self) -> tuple[str, ...]:
        """The names that are known, in full, sorted."""
        return tuple(sorted({name.told for name in (*self.names, *self.importers)}))

    @property
    def home(self) -> str:
        """The outer module, or the folder of them."""
        first = (*self.names, *self.importers)[0]
        return first.package or first.target

    @property
    def short_names(self) -> str:
        """The names without the modules that they are of, in a list."""
        return ", ".join(map(_last, self.told))

    @property
    def what(self) -> str:
        """The names, told with the module that they are of."""
        told = self.told
        return told[0] if len(told) == 1 else f"{self.home} ({self.short_names})"

    @property
    def place(self) -> Place:
        """Where it is told."""
        return self.places[0]

    @property
    def because(self) -> str:
        """The reason that the settings give for the layers."""
        return self.inner.because or self.outer.because

    @property
    def reexports(self) -> tuple[Evidence, ...]:
        """Where the names pass on their way to the module."""
        return tuple(
            Evidence(place.path, place.line, f"{_last(name.told)} is re-exported here")
            for name in self.names
            for place in name.symbol.reexports
        )

    @property
    def is_needed(self) -> bool:
        """Whether other modules have the names from here at run time."""
        return any(not importer.is_soft for importer in self.importers)

    @property
    def runs(self) -> bool:
        """Whether the program itself needs the outer name, and not only those who check types."""
        return any(not name.is_soft for name in self.names)

    def joined(self, others: Sequence["Breach"]) -> "Breach":
        """Return this breach and others of the same module, way and target as one."""
        every = (self, *others)
        return replace(
            self,
            names=tuple(name for breach in every for name in breach.names),
            importers=tuple(name for breach in every for name in breach.importers),
            places=tuple(sorted({place for breach in every for place in breach.places})),
        )

    @property
    def also(self) -> tuple[Place, ...]:
        """The further places of the breach."""
        others = {*self.places[1:], *(importer.place for importer in self.importers)}
        return tuple(sorted(others - {self.places[0]}))


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]
