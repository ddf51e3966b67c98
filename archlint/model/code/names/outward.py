"""Outward: every breach of the dependency rule, each told once and by one rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from archlint.model.code.names.breaches import Breach, Way
from archlint.model.code.names.crossings import Crossings, LayerOf, Outer
from archlint.model.code.names.knowledge import Knowledge
from archlint.model.code.names.ways import Ways
from archlint.model.place import Place

_Spot = tuple[str, int, str]
"""A path, a line, and the outer module that is named there."""


_Groups = dict[_Spot, list[Outer]]


class Outward:
    """The breaches of a project; `layer` tells the layer of a module.

    A statement or a use that names an outer module is a breach. What others import of such a name
    from an inner module, or from a package of no layer, belongs to the breach over there.
    """

    def __init__(self, knowledge: Knowledge, crossings: Crossings, layer: LayerOf) -> None:
        self._knowledge = knowledge
        self._crossings = crossings
        self._layer = layer

    def by(self, way: Way) -> Iterator[Breach]:
        """Yield the breaches of one way."""
        return (breach for breach in self.breaches if breach.way is way)

    def tells(self, module: str, target: str) -> bool:
        """Whether a breach tells already that a module knows an outer module."""
        return (module, target) in self._told

    @cached_property
    def _told(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (name.importer.name, name.target)
            for breach in self.breaches
            for name in (*breach.names, *breach.importers)
        )

    @cached_property
    def breaches(self) -> tuple[Breach, ...]:
        """All breaches; those of one module with one target and by one way are one."""
        alike: dict[tuple[str, str, Way], list[Breach]] = defaultdict(list)
        for breach in self._each():
            alike[breach.module.name, breach.target, breach.way].append(breach)
        return tuple(first.joined(others) for first, *others in alike.values())

    def _each(self) -> Iterator[Breach]:
        crossed = [(outer, self._crossings.of(outer)) for outer in self._outward()]
        own = _grouped((outer.dependency.place, outer) for outer, place in crossed if place is None)
        near = {key: spot for spot in reversed(own) for key in (spot[:2], spot[::2])}
        handed: _Groups = defaultdict(list)
        alone: list[tuple[Place, Outer]] = []
        for outer, place in crossed:
            if place is not None:
                spot = _spot(place, outer)
                there = spot if spot in own else near.get(spot[:2]) or near.get(spot[::2])
                if there:
                    handed[there].append(outer)
                else:
                    alone.append((place, outer))
        yield from self._own(own, handed)
        yield from self._apart(alone)

    def _apart(self, alone: Sequence[tuple[Place, Outer]]) -> Iterator[Breach]:
        """Yield what modules have from others of which nothing is told.

        A package of no layer may itself know what it likes; handing it on is the breach. What an
        inner module only knows as a script is told where it is taken.
        """
        free: list[tuple[Place, Outer]] = []
        taken: list[tuple[Place, Outer]] = []
        for place, outer in alone:
            if self._layer(self._crossings.module(place).name) is None:
                free.append((place, outer))
            else:
                taken.append((outer.dependency.place, outer))
        places = {(place.path, place.line): place for place, _ in free}
        yield from self._own(_grouped(taken), {})
        for spot, found in _grouped(free).items():
            yield self._handed(places[spot[:2]], found)

    def _own(self, own: _Groups, handed: _Groups) -> Iterator[Breach]:
        """Yield what modules know, with those that have it from them."""
        ways = Ways(self._knowledge.outlines, self._knowledge.uses)
        for spot, found in own.items():
            names = tuple(outer.dependency for outer in found)
            importers = tuple(outer.dependency for outer in handed.get(spot, ()))
            yield Breach(
                way=ways.of(names, found[0].inner, importers),
                module=names[0].importer,
                inner=found[0].inner,
                outer=found[0].layer,
                names=names,
                importers=importers,
                places=(min(name.place for name in names),),
            )

    def _handed(self, place: Place, found: Sequence[Outer]) -> Breach:
        """Return what a package of no layer hands on, which may itself know what it likes."""
        innermost = min(found, key=lambda outer: outer.inner.ring)
        return Breach(
            way=Way.HANDED_ON,
            module=self._crossings.module(place),
            inner=innermost.inner,
            outer=found[0].layer,
            names=(),
            importers=tuple(outer.dependency for outer in found),
            places=(place,),
        )

    def _outward(self) -> Iterator[Outer]:
        """Yield what points outward, but not what a package brings in that is told itself."""
        told: dict[str, set[str]] = defaultdict(set)
        for dependency in self._knowledge.everything:
            outer = self._crossings.outer(dependency)
            if outer is None:
                continue
            homes = told[dependency.importer.name]
            if dependency.is_static:
                homes.add(outer.home)
            elif dependency.is_chained and _is_in(outer.home, homes):
                continue
            yield outer


def _is_in(module: str, packages: Iterable[str]) -> bool:
    return any(f"{module}.".startswith(f"{package}.") for package in packages)


def _grouped(found: Iterable[tuple[Place, Outer]]) -> _Groups:
    groups: _Groups = defaultdict(list)
    for place, outer in found:
        groups[_spot(place, outer)].append(outer)
    return groups


def _spot(place: Place, outer: Outer) -> _Spot:
    return (place.path, place.line, outer.home)
