"""A strand: all that one part of a program imports from another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.cycles.grains import Crossing
from archlint.model.code.names.dependencies import Dependency
from archlint.model.graph import Edge

STATEMENT = 1_000_000
"""What a statement weighs more than a name: fewest statements first, then fewest names."""


@dataclass(frozen=True)
class Strand:
    """The imports that lead from one part to another, in the order of their places."""

    importer: str
    imported: str
    names: tuple[Dependency, ...]

    @property
    def edge(self) -> Edge:
        """The two ends."""
        return self.importer, self.imported

    @cached_property
    def statements(self) -> tuple[Dependency, ...]:
        """The first name of each statement."""
        first: dict[object, Dependency] = {}
        for name in self.names:
            first.setdefault(name.place, name)
        return tuple(first.values())

    @property
    def weight(self) -> int:
        """What it takes to cut this."""
        return len(self.statements) * STATEMENT + len(self.names)


Crossed = tuple[Dependency, Crossing]
Names = Mapping[Edge, Sequence[Dependency]]


def between(crossed: Iterable[Crossed]) -> Names:
    """Return what is imported between each two parts, in the order of the alphabet."""
    names: dict[Edge, list[Dependency]] = defaultdict(list)
    for dependency, crossing in crossed:
        names[crossing.importer, crossing.imported].append(dependency)
    return {edge: names[edge] for edge in sorted(names)}


def strand(edge: Edge, names: Names) -> Strand:
    """Return all that leads along an edge."""
    return Strand(*edge, tuple(sorted(names[edge], key=_order)))


def _order(dependency: Dependency) -> tuple[str, int, int, str]:
    place = dependency.place
    return place.path, place.line, place.column, dependency.symbol.dotted
