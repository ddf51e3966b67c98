"""Borders: what parts of a program may know of one another beyond the order of the rings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.architecture import Architecture, Membership
from archlint.model.architecture.contexts import KERNELS
from archlint.model.architecture.layers import Layer
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
    """What the parts of a project may know of one another beyond the order of the rings."""

    architecture: Architecture
    modules: Sequence[Module]
    memberships: Mapping[str, Membership]

    @cached_property
    def residents(self) -> Residents:
        """Which module lies in which context."""
        return Residents(self.modules, self.memberships)

    def stations(self, dependency: Dependency) -> Iterator[str]:
        """Yield the modules that an imported name passes, from the one that the statement names.

        The package around a module that is imported by its own name passes nothing on. A folder
        that is imported as a whole is its own station.
        """
        if dependency.package:
            yield dependency.package
            return
        is_module = dependency.symbol.kind is SymbolKind.MODULE and not dependency.symbol.reexports
        if dependency.literal and not is_module:
            yield dependency.literal
        for place in dependency.symbol.reexports:
            yield self._by_path.get(place.path, "")
        yield dependency.target

    def crossing(self, dependency: Dependency) -> Crossing | None:
        """Return how a dependency leaves its context, None where it stays or contexts are free.

        The first module of a context on the way decides which one is entered: what the own context
        hands on is judged where it comes in. It is open when a module of that context on the way,
        or the home of the name, is published.
        """
        if not self.architecture.contexts.independent:
            return None
        here = self.residents.residence(dependency.importer.name)
        if here is None:
            return None
        passed = tuple(filter(None, map(self.residents.residence, self.stations(dependency))))
        if not passed or passed[0].context == here.context:
            return None
        there = passed[0].context
        if there in KERNELS:
            return None
        is_open = any(
            self.architecture.contexts.publishes(each) for each in passed if each.context == there
        )
        return Crossing(here.context, there, is_open)

    def faces(self, context: str) -> Iterator[Module]:
        """Yield the modules of a context that others may import."""
        for module, residence in self.residents.of(context):
            if self.architecture.contexts.publishes(residence):
                yield module

    def is_forbidden(self, dependency: Dependency) -> bool:
        """Whether a dependency points outward, or to an independent part beside it."""
        here = self.memberships.get(dependency.importer.name)
        there = self.memberships.get(dependency.target)
        if here is None or there is None:
            return False
        return not here.layer.may_import(there.layer) or here.keeps_apart_from(there)

    def skipped(self, dependency: Dependency) -> Layer | None:
        """Return the closed layer that a dependency reaches past, the outermost of several.

        What the closed layer hands on did not come past it. Between contexts that stand alone the
        layers of the one say nothing to the other.
        """
        outer = self._layer(dependency.importer.name)
        inner = self._layer(dependency.target)
        if outer is None or inner is None or self.crossing(dependency):
            return None
        closed = [each for each in self.architecture.layers if each.shuts_off(inner, outer)]
        if not closed:
            return None
        outermost = max(closed, key=lambda layer: layer.ring)
        passed = map(self._layer, self.stations(dependency))
        return None if outermost in passed else outermost

    def hidden_by(self, dependency: Dependency) -> Layer | None:
        """Return the layer whose face does not show what a dependency names, None if it may.

        What a module of no layer hands on is judged where that takes it in.
        """
        here = self._layer(dependency.importer.name)
        passed = tuple(self.stations(dependency))
        there = self._layer(passed[0])
        if there is None or there.face is None or there is here:
            return None
        inside = [name for name in passed if self._layer(name) is there]
        return None if any(map(self.is_shown, inside)) else there

    def is_shown(self, module: str) -> bool:
        """Whether the face of its layer shows a module to the others."""
        member = self.memberships[module]
        below = member.below(module)
        if member.layer.face is None or below is None:
            return True
        return member.layer.face.shows(below, is_package=self._by_name[module].is_package)

    def _layer(self, module: str) -> Layer | None:
        member = self.memberships.get(module)
        return member.layer if member else None

    @cached_property
    def _by_path(self) -> Mapping[str, str]:
        return {module.path: module.name for module in self.modules}

    @cached_property
    def _by_name(self) -> Mapping[str, Module]:
        return {module.name: module for module in self.modules}
