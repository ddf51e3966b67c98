"""Bonds: what of the core is tied to a library that is denied to it by more than an import."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.catalog import Library, Policy
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.classes.registrations import Tie, decorations, registrations, ties_of_class
from archlint.model.code.frameworks.arrivals import Arrivals
from archlint.model.facts.structure import Structure
from archlint.model.modules import Module
from archlint.model.place import Place

_REGISTERING = frozenset({"web", "orm", "queue", "cli", "gui", "db-driver", "template"})


@dataclass(frozen=True, slots=True)
class Bond:
    """Something of the core with the denied library that it is tied to."""

    module: Module
    symbol: str
    name: str
    tie: Tie
    library: Library
    owner: ProjectClass | None = None

    @property
    def place(self) -> Place:
        """Where it is tied."""
        return Place(self.module.path, self.tie.line)

    def is_registered_at(self, built: "Bond") -> bool:
        """Whether the decorator is a method of an object that the same module builds."""
        return self.module == built.module and self.tie.external.startswith(
            f"{built.tie.external}()."
        )

    def is_like(self, other: "Bond | None") -> bool:
        """Whether both are tied to one library."""
        return other is not None and self.library == other.library


@dataclass(frozen=True)
class Bonds:
    """The bonds of the classes, functions and modules of the core."""

    classes: Classes
    project_functions: Iterable[ProjectFunction]
    structures: Mapping[str, Structure]
    modules: Iterable[Module]
    arrivals: Arrivals

    @cached_property
    def of_classes(self) -> Mapping[ProjectClass, Bond]:
        """The classes that inherit from a framework or are decorated by it."""
        return {bond.owner: bond for bond in self._of_classes() if bond.owner}

    @cached_property
    def of_functions(self) -> Mapping[str, Bond]:
        """The decorated functions by their full name."""
        return {f"{bond.module.name}.{bond.symbol}": bond for bond in self._of_functions()}

    @cached_property
    def of_modules(self) -> tuple[Bond, ...]:
        """What modules build of a framework when they are imported."""
        return tuple(self._of_modules())

    @cached_property
    def packages(self) -> frozenset[tuple[str, str]]:
        """The names of modules, each with a package that something in it is bound to."""
        bonds = (*self.of_classes.values(), *self.of_functions.values(), *self.of_modules)
        return frozenset((bond.module.name, bond.library.package) for bond in bonds)

    def excuses(self, function: ProjectFunction, library: Library) -> bool:
        """Whether a function knows a library because it, or its class, is bound to that."""
        bonds = [self.of_functions.get(function.dotted)]
        if function.owner:
            bonds += [self.of_classes.get(owner) for owner in function.owner.lineage]
        return any(bond and bond.library.package == library.package for bond in bonds)

    def _of_classes(self) -> Iterator[Bond]:
        for owner in self.classes:
            ties = ties_of_class(self.classes, owner)
            if first := next(self._denied(owner.module, ties), None):
                yield Bond(owner.module, owner.fact.qualname, owner.name, *first, owner)

    def _of_functions(self) -> Iterator[Bond]:
        for function in self.project_functions:
            fact, module = function.fact, function.module
            ties = decorations(self.classes, module.name, fact.decorators, fact.line)
            if first := next(self._denied(module, ties), None):
                yield Bond(module, fact.qualname, f"{fact.qualname}()", *first, function.owner)

    def _of_modules(self) -> Iterator[Bond]:
        for module in self.modules:
            structure = self.structures.get(module.name)
            body = structure.body if structure else ()
            ties = registrations(self.classes, module.name, body)
            for tie, library in self._denied(module, ties):
                if library.kind in _REGISTERING:
                    yield Bond(module, "", module.name, tie, library)

    def _denied(self, module: Module, ties: Iterator[Tie]) -> Iterator[tuple[Tie, Library]]:
        """Yield the ties to libraries that the layer of a module, if it is of the core, denies."""
        layer = self.arrivals.layer_of(module.name)
        if layer is None or not layer.is_core:
            return
        for tie in ties:
            library = self.arrivals.frameworks.catalog.find(tie.external)
            if library and self.arrivals.frameworks.used(layer, tie.external) is Policy.DENY:
                yield tie, library
