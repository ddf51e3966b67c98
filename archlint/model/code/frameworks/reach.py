"""Reach: which frameworks the core gets at through modules of no layer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.code.frameworks.arrivals import Arrivals
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import Passages
from archlint.model.graph import GraphBuilder

_SERVICES = frozenset({"db-driver", "http-client", "web"})
"""Of what comes with Python, only this leads out of the process: the rest of it are tools."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A library at the end of a chain of imports that begins in a module of the core."""

    layer: Layer
    library: Library
    steps: tuple[Dependency, ...]

    @property
    def module(self) -> str:
        """The module of the core that the chain begins in."""
        return self.steps[0].importer.name


@dataclass(frozen=True)
class Reach:
    """What the core reaches of what its layers are denied."""

    arrivals: Arrivals
    memberships: Mapping[str, Membership]
    layers: Sequence[Layer]
    build_graph: GraphBuilder

    def __iter__(self) -> Iterator[Reached]:
        """Yield, for each module of the core, the nearest of what it reaches of each package."""
        for module, membership in self.memberships.items():
            for way, layer in self._exits:
                if layer is membership.layer and (steps := self._shortest(module, way)):
                    library = self._denied(layer, steps[-1])
                    if library is not None:
                        yield Reached(layer, library, steps)

    def _shortest(self, module: str, way: str) -> tuple[Dependency, ...]:
        chains = [
            (entrance, *beyond)
            for entrance, entered in self._passages.entrances(module)
            if (beyond := self._passages.beyond(entered, way))
        ]
        return min(chains, key=len, default=())

    @cached_property
    def _passages(self) -> Passages:
        """The passages to denied packages; a copied library is the end of one, no part of it."""
        own = (d for d in self.arrivals.dependencies if not self.arrivals.is_copy(d.importer))
        return Passages(own, lambda name: name in self.memberships, self._ways, self.build_graph)

    @cached_property
    def _exits(self) -> tuple[tuple[str, Layer], ...]:
        by_name = {layer.name: layer for layer in self.layers}
        return tuple((way, by_name[way.partition("\t")[0]]) for way in self._passages.exits)

    def _ways(self, dependency: Dependency) -> Iterator[str]:
        """Yield the layers of the core to which a dependency is denied, each with the package."""
        for layer in self.layers:
            if library := self._denied(layer, dependency):
                yield f"{layer.name}\t{library.package}"

    def _denied(self, layer: Layer, dependency: Dependency) -> Library | None:
        arrival = self.arrivals.of(dependency)
        frameworks = self.arrivals.frameworks
        if arrival is None or frameworks.imported(layer, arrival.external) is not Policy.DENY:
            return None
        library = frameworks.catalog.find(arrival.external)
        is_tool = library and library.is_stdlib and library.kind not in _SERVICES
        return None if is_tool else library
