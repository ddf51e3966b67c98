"""Knots: parts that all depend on one another, with the way to untie them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.cycles.components import components
from archlint.model.code.cycles.cuts import cheapest_cut
from archlint.model.code.cycles.grains import Crossing, Grain, Parts
from archlint.model.code.cycles.permitted import runs_on_loading
from archlint.model.code.cycles.shortest import shortest_cycle
from archlint.model.code.cycles.strands import Crossed, Strand, between, strand
from archlint.model.code.names.dependencies import Dependency
from archlint.model.graph import Edge


@dataclass(frozen=True)
class Knot:
    """Parts that all depend on one another.

    `cycle` is the shortest way round, from a strand to cut on; `cut` is what to cut so that no way
    round is left, and `is_minimal` says whether it is proven that nothing less will do.
    """

    grain: Grain
    members: tuple[str, ...]
    strands: tuple[Strand, ...]
    cycle: tuple[Strand, ...]
    cut: tuple[Strand, ...]
    is_minimal: bool

    @property
    def is_of_modules(self) -> bool:
        """Whether its packages are no more than modules."""
        members = {*self.members}
        names = (name for strand in self.strands for name in strand.names)
        are_modules = all({name.importer.name, name.target} <= members for name in names)
        return self.grain is Grain.PACKAGE and are_modules

    @property
    def is_soft(self) -> bool:
        """Whether some of its imports do not run as soon as a file is loaded."""
        names = (name for strand in self.strands for name in strand.names)
        return not all(runs_on_loading(name) for name in names)

    @property
    def statements(self) -> int:
        """How many import statements hold it together."""
        return sum(len(strand.statements) for strand in self.strands)

    @property
    def to_cut(self) -> tuple[Dependency, ...]:
        """The statements to cut, those on the shortest way round first."""
        first = self.cycle[0]
        ordered = (first, *(strand for strand in self.cut if strand is not first))
        return tuple(statement for strand in ordered for statement in strand.statements)


class Knots:
    """The knots among some imports, each told at the coarsest grain at which it is one.

    An import crosses one grain only, so knots of coarse grains share no import. Packages that are
    no more than modules are left to the modules, which are a knot of their own when they still are
    one where the coarser knots are untied.
    """

    def __init__(self, imports: Iterable[Dependency], parts: Parts) -> None:
        self._crossed = [
            (each, parts.crossing(each.importer.name, each.target)) for each in imports
        ]

    @cached_property
    def hard(self) -> tuple[Knot, ...]:
        """The knots of the imports that run as soon as a file is loaded."""
        return tuple(_found(self._running))

    @cached_property
    def soft(self) -> tuple[Knot, ...]:
        """The knots that are left of all imports together when the hard ones are untied."""
        later = [crossed for crossed in self._crossed if not runs_on_loading(crossed[0])]
        return tuple(_found([*_uncut(self._running, self.hard), *later])) if later else ()

    @cached_property
    def _running(self) -> list[Crossed]:
        return [crossed for crossed in self._crossed if runs_on_loading(crossed[0])]


def _found(crossed: Sequence[Crossed]) -> Iterator[Knot]:
    by_grain: dict[Grain, list[Crossed]] = defaultdict(list)
    for each in crossed:
        by_grain[each[1].grain].append(each)
    knots = (knot for grain in Grain.MODULE.coarser for knot in _knots(grain, by_grain[grain]))
    coarse = [knot for knot in knots if not knot.is_of_modules]
    yield from coarse
    left = _uncut(crossed, coarse)
    yield from _knots(Grain.MODULE, ((each, _between_modules(each)) for each, _ in left))


def _uncut(crossed: Iterable[Crossed], knots: Iterable[Knot]) -> Iterator[Crossed]:
    cut = {Crossing(knot.grain, *strand.edge) for knot in knots for strand in knot.cut}
    for each, crossing in crossed:
        if not cut or (crossing not in cut and _between_modules(each) not in cut):
            yield each, crossing


def _between_modules(dependency: Dependency) -> Crossing:
    return Crossing(Grain.MODULE, dependency.importer.name, dependency.target)


def _knots(grain: Grain, crossed: Iterable[Crossed]) -> Iterator[Knot]:
    names = between(crossed)
    successors: dict[str, list[str]] = defaultdict(list)
    for importer, imported in names:
        successors[importer].append(imported)
    for members in components(successors):
        inside = frozenset(members)
        edges = [(one, other) for one in members for other in successors[one] if other in inside]
        strands = {edge: strand(edge, names) for edge in edges}
        yield _knot(grain, members, strands, shortest_cycle(members, successors))


def _knot(
    grain: Grain, members: tuple[str, ...], strands: Mapping[Edge, Strand], cycle: Sequence[str]
) -> Knot:
    cut = cheapest_cut(members, {edge: strand.weight for edge, strand in strands.items()})
    return Knot(
        grain,
        members,
        strands=tuple(strands.values()),
        cycle=tuple(strands[edge] for edge in _from_cut(cycle, frozenset(cut.edges))),
        cut=tuple(strands[edge] for edge in cut.edges),
        is_minimal=cut.is_minimal,
    )


def _from_cut(cycle: Sequence[str], cut: frozenset[Edge]) -> tuple[Edge, ...]:
    """Return the edges of a cycle, beginning with the first that is cut: one of them must be."""
    edges = tuple(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
    first = next(number for number, edge in enumerate(edges) if edge in cut)
    return edges[first:] + edges[:first]
