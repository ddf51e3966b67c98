"""Permitted imports: those that may stay but for a cycle, since no other rule forbids them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.layers import Layer
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.outline import ImportKind, Scope
from archlint.model.modules import Module

_STATIC = frozenset({ImportKind.IMPORT, ImportKind.FROM, ImportKind.STAR})


class Permitted:
    """The imports of one module by another that the layers permit.

    An outward or a sideways import is told as such, and so is the first step of a chain that leads
    outward through modules of no layer: the cycle that it closes is gone when it is.
    """

    def __init__(
        self,
        dependencies: Sequence[Dependency],
        memberships: Mapping[str, Membership],
        modules: Mapping[str, Module],
    ) -> None:
        self._memberships = memberships
        self._modules = modules
        self._imports = [each for each in dependencies if each.target and not each.is_main_only]
        self._carriers: dict[str, frozenset[str]] = {}

    def __iter__(self) -> Iterator[Dependency]:
        """Yield them in the order of the modules, each as a dependency on what is loaded."""
        for each in filter(self._is_permitted, self._imports):
            ways = (way for way in (self._loaded(each), each) if _leads_elsewhere(way))
            yield from islice(filter(self._is_permitted, ways), 1)

    def _loaded(self, dependency: Dependency) -> Dependency:
        """Return the dependency on the module that the statement names, unless it is a package.

        A package hands names on, and whoever imports one from it means the module behind. A plain
        module has to be loaded itself.
        """
        named = dependency.literal
        if named in {"", dependency.target} or self._modules[named].is_package:
            return dependency
        symbol = Symbol(SymbolKind.VALUE, named, dependency.statement.name or "")
        return replace(dependency, symbol=symbol)

    def _is_permitted(self, dependency: Dependency) -> bool:
        here = self._memberships.get(dependency.importer.name)
        there = self._memberships.get(dependency.target)
        if here and there:
            return here.layer.may_import(there.layer) and not here.keeps_apart_from(there)
        return here is None or dependency.target not in self._carriers_for(here.layer)

    def _carriers_for(self, layer: Layer) -> frozenset[str]:
        """Return the modules of no layer through which a layer would reach outward."""
        if layer.name not in self._carriers:
            self._carriers[layer.name] = frozenset(self._carriers_to(self._exits(layer)))
        return self._carriers[layer.name]

    def _exits(self, layer: Layer) -> Iterator[str]:
        for dependency in self._imports:
            there = self._memberships.get(dependency.target)
            if there and self._is_free(dependency) and not layer.may_import(there.layer):
                yield dependency.importer.name

    def _carriers_to(self, exits: Iterable[str]) -> set[str]:
        importers: dict[str, set[str]] = defaultdict(set)
        for dependency in self._imports:
            if self._is_free(dependency):
                importers[dependency.target].add(dependency.importer.name)
        found: set[str] = set()
        waiting = set(exits)
        while waiting:
            found |= waiting
            waiting = {name for module in waiting for name in importers[module]} - found
        return found

    def _is_free(self, dependency: Dependency) -> bool:
        return dependency.importer.name not in self._memberships and not dependency.is_soft


def runs_on_loading(dependency: Dependency) -> bool:
    """Whether the import runs as soon as the file is loaded, for all that can be told."""
    is_static = dependency.statement.kind in _STATIC
    is_inside = dependency.statement.scope is Scope.FUNCTION
    return is_static and not is_inside and not dependency.is_soft


def _leads_elsewhere(dependency: Dependency) -> bool:
    """Whether it leads to another module of the project that is not a package around this one.

    A package is loaded as one: its `__init__` collects its modules, which use what that defines.
    """
    importer, target = dependency.importer.name, dependency.target
    return importer != target and not importer.startswith(f"{target}.")
