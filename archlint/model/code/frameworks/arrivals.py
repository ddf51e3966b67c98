"""Arrivals: libraries that come into a module by its imports, whichever way they take."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.code.frameworks.policies import Frameworks
from archlint.model.code.frameworks.quoted import Quoted
from archlint.model.code.frameworks.shelves import Shelves
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.modules import Module

LayerOf = Callable[[str], Layer | None]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A name from outside that an import brings into a module; `external` is its full name there.

    `is_copy` marks one from a copy that the project keeps.
    """

    dependency: Dependency
    external: str
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A module of the core that imports a library, with each arrival, those at run time first."""

    layer: Layer
    library: Library
    arrivals: tuple[Arrival, ...]

    @property
    def first(self) -> Arrival:
        """The arrival by which it is known."""
        return self.arrivals[0]

    @property
    def module(self) -> Module:
        """The module that knows the library."""
        return self.first.dependency.importer


@dataclass(frozen=True)
class Arrivals:
    """What comes into the modules of a project from outside."""

    dependencies: Sequence[Dependency]
    names: Names
    modules: Callable[[str], Module | None]
    layer_of: LayerOf
    frameworks: Frameworks
    quoted: Quoted

    def of(self, dependency: Dependency) -> Arrival | None:
        """Return what a dependency brings in from outside, None where it names the project's own.

        A name of a library that a module passes on is the library's. Who keeps it from whom is
        told elsewhere when that module lies in the core or further out.
        """
        if copied := self._copied(dependency):
            return Arrival(dependency, copied, is_copy=True)
        if dependency.library:
            return Arrival(dependency, dependency.library)
        if self._is_passed_on(dependency):
            return Arrival(dependency, dependency.symbol.external)
        return None

    def is_copy(self, module: Module) -> bool:
        """Whether a module is part of a copied library."""
        return self._is_library(self.shelves.copied(module))

    @cached_property
    def shelves(self) -> Shelves:
        """The folders with copies of libraries."""
        return Shelves(self.dependencies)

    @cached_property
    def acquaintances(self) -> tuple[Acquaintance, ...]:
        """Which modules of the core import which libraries that the catalog does not allow them."""
        found: dict[tuple[str, Library], list[Arrival]] = defaultdict(list)
        for arrival in self._unwanted():
            library = self.frameworks.catalog.find(arrival.external)
            if library:
                found[arrival.dependency.importer.name, library].append(arrival)
        return tuple(self._acquaintance(*known, arrivals) for known, arrivals in found.items())

    def _acquaintance(self, module: str, library: Library, arrivals: list[Arrival]) -> Acquaintance:
        layer = self.layer_of(module)
        if layer is None:
            raise LookupError(f"{module} lies in no layer")
        arrivals.sort(key=lambda a: (a.dependency.is_soft, a.dependency.place))
        return Acquaintance(layer, library, tuple(arrivals))

    def _unwanted(self) -> Iterator[Arrival]:
        core = [module for module in self.names.modules if self._is_core(module)]
        for dependency in (*self.dependencies, *self.quoted.of(core)):
            layer = self.layer_of(dependency.importer.name)
            if layer is None or not layer.is_core or dependency.is_main_only:
                continue
            arrival = self.of(dependency)
            if arrival is None or self.is_copy(dependency.importer):
                continue
            if self.frameworks.imported(layer, arrival.external) is not Policy.ALLOW:
                yield arrival

    def _is_core(self, module: Module) -> bool:
        layer = self.layer_of(module.name)
        return layer is not None and layer.is_core

    def _is_passed_on(self, dependency: Dependency) -> bool:
        symbol = dependency.symbol
        if symbol.kind is not SymbolKind.EXTERNAL or not symbol.reexports:
            return False
        here = self.layer_of(dependency.importer.name)
        there = self.layer_of(dependency.literal)
        if here is None or there is None:
            return True
        return not there.is_core and here.may_import(there)

    def _copied(self, dependency: Dependency) -> str:
        statement = dependency.statement
        name = "" if statement.name in {None, "*"} else statement.name
        if target := self.modules(dependency.target):
            base = self.shelves.copied(target)
            name = dependency.symbol.name
        else:
            spelled = self.names.absolute(dependency.importer.name, statement)
            base = self.shelves.copied_name((*spelled.split("."), *([name] if name else ())))
            name = ""
        return f"{base}.{name}".strip(".") if self._is_library(base) else ""

    def _is_library(self, dotted: str) -> bool:
        library = self.frameworks.catalog.find(dotted) if dotted else None
        return library is not None and not library.is_stdlib
