"""Borders: the dependencies that lead from one independent context into another one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.contexts import Contexts, Residence
from archlint.model.code.contexts.residents import Residents
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class Crossing:
    """A dependency of context `here` on `there`, `is_open` when it keeps to what that publishes."""

    here: str
    there: str
    is_open: bool


@dataclass(frozen=True)
class Borders:
    """What the bounded contexts of a project may know of one another."""

    contexts: Contexts
    modules: Sequence[Module]
    memberships: Mapping[str, Membership]

    @cached_property
    def residents(self) -> Residents:
        """Which module lies in which context."""
        return Residents(self.modules, self.memberships)

    def stations(self, dependency: Dependency) -> Iterator[str]:
        """Yield the modules that an imported name passes, from the one that the statement names.

        The package around a module that is imported by its own name passes nothing on.
        """
        is_module = dependency.symbol.kind is SymbolKind.MODULE and not dependency.symbol.reexports
        if dependency.literal and not is_module:
            yield dependency.literal
        for place in dependency.symbol.reexports:
            yield self._by_path.get(place.path, "")
        yield dependency.target

    def crossing(self, dependency: Dependency) -> Crossing | None:
        """Return how a dependency leaves its context, None where it stays or contexts are free.

        The first module of a context on the way decides: what the own context or the face of
        another one hands on is in order here, and judged there.
        """
        here = self.residents.residence(dependency.importer.name)
        there = self._entered(dependency) if here else None
        if not self.contexts.independent or here is None or there is None:
            return None
        if here.context == there.context:
            return None
        return Crossing(here.context, there.context, self.contexts.publishes(there))

    def faces(self, context: str) -> Iterator[Module]:
        """Yield the modules of a context that others may import."""
        for module, residence in self.residents.of(context):
            if self.contexts.publishes(residence):
                yield module

    def _entered(self, dependency: Dependency) -> Residence | None:
        passed = (self.residents.residence(name) for name in self.stations(dependency))
        return next((residence for residence in passed if residence), None)

    @cached_property
    def _by_path(self) -> Mapping[str, str]:
        return {module.path: module.name for module in self.modules}
