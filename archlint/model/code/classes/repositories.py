"""Repositories: the classes and functions through which persistence gives to the rest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.layers import Role
from archlint.model.code.classes.callers import Callers
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.ports import LayerOf, Ports
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.facts.structure import Function

OUTER = frozenset({Role.ADAPTERS, Role.PERSISTENCE, Role.INFRASTRUCTURE})
_NAMES = frozenset(
    {"Repository", "Repositories", "Repo", "Repos", "Dao", "DAO", "Gateway", "Store"}
)
_NOT_NAMES = frozenset(
    {"Factory", "Provider", "Mapper", "Error", "Exception", "Config", "Settings", "Module"}
)
_MAPPED = (
    r"entity|entities|domain|models?|orm|dto|dao|rows?|dict|docs?|documents?|records?|db|query"
)
_MAPPERS = re.compile(
    rf"^(to|from|as|map|convert|serialize)_|_to_({_MAPPED})$|(^|_)({_MAPPED}|instance)_to_"
)
_MEANS = re.compile(r"(^|_)(session|engine|connection|cursor|queryset|statement|stmt|model_class)$")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NESTED = "<locals>"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A public method or function of persistence; `heirs` inherit it without saying it anew.

    `port` is the interface of the core whose `promise` it keeps. `callers` are those from beyond
    its own kind of layer. `is_repository`: its class gives out stored things, by name or promise.
    """

    function: ProjectFunction
    port: ProjectClass | None = None
    promise: Function | None = None
    callers: tuple[ProjectFunction, ...] = ()
    heirs: tuple[ProjectClass, ...] = ()
    is_repository: bool = True


@dataclass(frozen=True)
class Repositories:
    """The outlets of all layers that keep data."""

    functions: Iterable[ProjectFunction]
    classes: Classes
    ports: Ports
    callers: Callers
    layer_of: LayerOf

    def outlets(self) -> Iterator[Outlet]:
        """Yield the methods and functions that the rest of the program may get data from."""
        for function in self.functions:
            layer = self.layer_of(function.module.name)
            is_outer = layer is not None and layer.role in OUTER
            outlet = self._outlet(function) if is_outer and _is_open(function) else None
            if outlet and function.fact.body:  # few are left whose bodies have to be opened
                yield outlet

    def _outlet(self, function: ProjectFunction) -> Outlet | None:
        port, promise = self.ports.implemented_by(function) or (None, None)
        everyone = self.callers.of(function.dotted)
        callers = tuple(c for c in everyone if self._is_beyond(c, function))
        heirs = tuple(self._heirs.get(function.owner.dotted, ())) if function.owner else ()
        is_repository = port is not None or _is_repository(function)
        is_open = port or callers or (is_repository and not everyone)
        return Outlet(function, port, promise, callers, heirs, is_repository) if is_open else None

    def _is_beyond(self, caller: ProjectFunction, function: ProjectFunction) -> bool:
        """Whether a caller is not part of keeping the data itself."""
        layer = self.layer_of(caller.module.name)
        if layer is None:
            return False
        own = self.layer_of(function.module.name)
        if layer.is_core or layer.role is Role.CONTROLLERS:
            return True
        return layer.role is Role.ADAPTERS and layer != own

    @cached_property
    def _heirs(self) -> dict[str, list[ProjectClass]]:
        heirs: dict[str, list[ProjectClass]] = {}
        for known in self.classes:
            for ancestor in known.lineage[1:]:
                heirs.setdefault(ancestor.dotted, []).append(known)
        return heirs


def _is_open(function: ProjectFunction) -> bool:
    """Whether it is public, and is no mapper and no way to the session itself."""
    fact = function.fact
    if not fact.is_public or _NESTED in fact.qualname:
        return False
    if any(d.dotted.rpartition(".")[2] == "abstractmethod" for d in fact.decorators):
        return False
    return not _MAPPERS.search(fact.name) and not _MEANS.search(fact.name)


def _is_repository(function: ProjectFunction) -> bool:
    """Whether a method belongs to a class whose name says that it gives out stored things."""
    return function.owner is not None and is_named_repository(function.owner)


def is_named_repository(owner: ProjectClass) -> bool:
    """Whether the name of a class says that it gives out stored things."""
    words = set(_WORD.findall(owner.name))
    return bool(words & _NAMES) and not words & _NOT_NAMES
