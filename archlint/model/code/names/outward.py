"""Outward: every breach of the dependency rule, each told once and by one rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from archlint.model.code.names.breaches import Breach, Way
from archlint.model.code.names.crossings import Crossings, LayerOf, Outer
from archlint.model.code.names.knowledge import Knowledge
from archlint.model.code.names.ways import Ways
from archlint.model.place import Place

_Spot = tuple[str, int, str]
"""A path, a line, and the outer module that is named there."""


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
        merged: dict[tuple[str, str, Way], Breach] = {}
        for breach in self._each():
            key = (breach.module.name, breach.target, breach.way)
            merged[key] = merged[key].joined(breach) if key in merged else breach
        return tuple(merged.values())

    def _each(self) -> Iterator[Breach]:
        own: dict[_Spot, list[Outer]] = defaultdict(list)
        handed: dict[_Spot, list[Outer]] = defaultdict(list)
        crossed = [(outer, self._crossings.of(outer)) for outer in self._outward()]
        for outer, place in crossed:
            if place is None:
                own[_spot(outer.dependency.place, outer)].append(outer)
        lines = {(path, line): (path, line, home) for path, line, home in reversed(own)}
        for outer, place in crossed:
            if place is not None:
                spot = _spot(place, outer)
                here = spot if spot in own else lines.get((place.path, place.line), spot)
                handed[here].append(outer)
        yield from self._own(own, handed)
        yield from self._handed(own, handed)

    def _own(
        self, own: dict[_Spot, list[Outer]], handed: dict[_Spot, list[Outer]]
    ) -> Iterator[Breach]:
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

    def _handed(
        self, own: dict[_Spot, list[Outer]], handed: dict[_Spot, list[Outer]]
    ) -> Iterator[Breach]:
        """Yield what packages of no layer hand on, which may themselves know what they like."""
        for spot, found in handed.items():
            if spot not in own:
                innermost = min(found, key=lambda outer: outer.inner.ring)
                place = Place(*spot[:2])
                yield Breach(
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


def _spot(place: Place, outer: Outer) -> _Spot:
    return (place.path, place.line, outer.home)
