"""Grains: the sizes of parts between which an import can lead."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.layers import Layer, Role
from archlint.model.graph import Edge

_EVERYBODYS = frozenset({Role.SHARED, Role.COMPOSITION})


class Grain(StrEnum):
    """How large the parts are, from coarse to fine."""

    CONTEXT = "context"
    LAYER = "layer"
    PACKAGE = "package"
    MODULE = "module"

    @property
    def coarser(self) -> tuple["Grain", ...]:
        """The grains that come before this one."""
        grains = tuple(Grain)
        return grains[: grains.index(self)]


class Crossing(NamedTuple):
    """Between which two parts an import leads: the largest that lie apart."""

    grain: Grain
    importer: str
    imported: str


class Parts:
    """The parts of a program: contexts, layers, the packages of each layer, modules.

    The packages of a layer are the folders and modules just below what its patterns name, or, where
    they name several, these. A module that several packages share, such as the `__init__` above
    them, lies in none.
    """

    def __init__(self, memberships: Mapping[str, Membership]) -> None:
        self._memberships = memberships
        self._roots: dict[str, set[str]] = defaultdict(set)
        for membership in memberships.values():
            self._roots[membership.layer.name].add(membership.root)
        self._packages: dict[str, tuple[str, ...]] = {}
        self._crossings: dict[Edge, Crossing] = {}

    def crossing(self, importer: str, imported: str) -> Crossing:
        """Return what an import crosses; between parts that nothing tells apart, only modules."""
        edge = (importer, imported)
        if edge not in self._crossings:
            self._crossings[edge] = self._crossing(importer, imported)
        return self._crossings[edge]

    def _crossing(self, importer: str, imported: str) -> Crossing:
        here, there = self._memberships.get(importer), self._memberships.get(imported)
        if here and there:
            for crossing in self._coarse(importer, imported, here, there):
                if crossing.importer != crossing.imported:
                    return crossing
        return Crossing(Grain.MODULE, importer, imported)

    def _coarse(
        self, importer: str, imported: str, here: Membership, there: Membership
    ) -> Iterator[Crossing]:
        roles = {here.layer.role, there.layer.role}
        if here.context and there.context and not roles & _EVERYBODYS:
            yield Crossing(Grain.CONTEXT, here.context, there.context)
        if here.layer is not there.layer:
            if _are_compared(here.layer, there.layer):
                yield Crossing(Grain.LAYER, here.layer.name, there.layer.name)
            return
        for one, other in zip(self._lineage(importer), self._lineage(imported), strict=False):
            yield Crossing(Grain.PACKAGE, one, other)

    def _lineage(self, module: str) -> tuple[str, ...]:
        """Return the packages that a module lies in, the outer one first."""
        if module not in self._packages:
            self._packages[module] = tuple(self._found(module))
        return self._packages[module]

    def _found(self, module: str) -> Iterator[str]:
        names = module.split(".")
        roots = self._roots[self._memberships[module].layer.name]
        for length in range(1, len(names) + 1):
            root = ".".join(names[:length])
            if root in roots:
                yield root
                if length < len(names):
                    yield ".".join(names[: length + 1])
                return


def _are_compared(one: Layer, other: Layer) -> bool:
    """Whether the settings say that these are two; of a style's layers outside nobody has said it.

    The composition root joins all layers, which may fetch their parts there.
    """
    is_root = Role.COMPOSITION in {one.role, other.role}
    return not is_root and bool(one.declared and other.declared)
