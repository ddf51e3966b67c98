"""Strangers: the modules that a layer may not know, and the packages in which some of them lie."""

from collections.abc import Callable
from typing import NamedTuple

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.resolution import Names


class Strangers(NamedTuple):
    """Names of modules and of packages."""

    modules: frozenset[str] = frozenset()
    packages: frozenset[str] = frozenset()


class Acquaintance:
    """Tells the strangers of each layer; `layer` tells the layer of a module."""

    def __init__(self, names: Names, layer: Callable[[str], Layer | None]) -> None:
        self._names = names
        self._layers = {module.name: layer(module.name) for module in names.modules}
        self._strangers: dict[str, Strangers] = {}

    def strangers(self, layer: Layer | None) -> Strangers:
        """Return whom a layer may not know; of no layer, a module may carry any other inward."""
        key = layer.name if layer else ""
        if key not in self._strangers:
            self._strangers[key] = self._found(layer)
        return self._strangers[key]

    def _found(self, inner: Layer | None) -> Strangers:
        outer = {layer.name: layer for layer in self._layers.values() if layer}
        barred = {name for name, layer in outer.items() if not (inner and inner.may_import(layer))}
        modules = frozenset(
            name for name, layer in self._layers.items() if layer and layer.name in barred
        )
        if not modules:
            return Strangers()
        packages = frozenset(
            package
            for package, inside in self._names.locations.below.items()
            if package and not modules.isdisjoint(inside)
        )
        return Strangers(modules, packages)
