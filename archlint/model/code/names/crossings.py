"""Crossings: which names point outward, and where they cross into the modules that hand them on."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.strangers import Acquaintance
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.modules import Module
from archlint.model.place import Place

LayerOf = Callable[[str], Layer | None]


class Outer(NamedTuple):
    """A dependency that points outward: from a module of the `inner` layer to one of `layer`."""

    dependency: Dependency
    inner: Layer
    layer: Layer

    @property
    def home(self) -> str:
        """The outer module, or the folder of them."""
        return self.dependency.package or self.dependency.target


class Crossings:
    """Tells outward dependencies from others, and follows them back through re-exports."""

    def __init__(self, names: Names, layer: LayerOf) -> None:
        self._by_path = {module.path: module for module in names.modules}
        self._by_name = {module.name: module for module in names.modules}
        self._acquaintance = Acquaintance(names, layer)
        self._names = names
        self._layer = layer

    def module(self, place: Place) -> Module:
        """Return the module in which a place lies."""
        return self._by_path[place.path]

    def outer(self, dependency: Dependency) -> Outer | None:
        """Return a dependency with its two layers if it points outward.

        What happens only where the file is run as a script does not count.
        """
        inner = self._layer(dependency.importer.name)
        if inner is None or not self._acquaintance.strangers(inner).modules:
            return None
        if dependency.is_main_only:
            return None
        layer = self._layer_of(dependency)
        if layer is None or inner.may_import(layer):
            return self._through_outer(dependency, inner)
        return Outer(dependency, inner, layer)

    def _through_outer(self, dependency: Dependency, inner: Layer) -> Outer | None:
        """Return a dependency on an outer module that only hands an inner name on.

        The module itself is named, and has to be there. A package is the face of what lies in it,
        and its own imports are its own matter.
        """
        literal = self._by_name.get(dependency.literal)
        layer = self._layer(dependency.literal)
        if literal is None or literal.is_package or layer is None or inner.may_import(layer):
            return None
        home = Symbol(SymbolKind.MODULE, module=literal.name)
        return Outer(replace(dependency, symbol=home), inner, layer)

    def _layer_of(self, dependency: Dependency) -> Layer | None:
        """Return the layer of what is known; a folder has one if all modules in it have it."""
        if not dependency.package:
            return self._layer(dependency.target)
        below = self._names.locations.below.get(dependency.package, frozenset())
        layers = [self._layer(module) for module in sorted(below)]
        names = {layer.name if layer else "" for layer in layers}
        return layers[0] if len(names) == 1 else None

    def of(self, outer: Outer) -> Place | None:
        """Return the re-export by which a name leaves its layer for the importer.

        It is the one nearest to the definition that stands in a module which may not know the
        name, or in a package of no layer. There is none where the importer itself names a module
        that it may not know.
        """
        for place in reversed(outer.dependency.symbol.reexports):
            module = self._by_path[place.path]
            layer = self._layer(module.name)
            if layer is None:
                return place if module.is_package else None
            if not layer.may_import(outer.layer):
                is_own = module == outer.dependency.importer
                return None if is_own or not outer.inner.may_import(layer) else place
        return None
