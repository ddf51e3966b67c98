"""Leaks: what persistence hands to the rest that belongs to its mapper or driver."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.classes.repositories import Outlet
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.heirs import Heirs
from archlint.model.code.inference.types import Type
from archlint.model.code.orm.handed import Handed, Hands, joined, of_type
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.tables import Tables
from archlint.model.code.orm.values import Values
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.structure import Function, Parameter

_SCALARS = frozenset(
    f"builtins.{name}" for name in ("bool", "int", "str", "float", "bytes", "complex", "None")
)
_LEAKING = frozenset({Kind.MODEL, Kind.ROW, Kind.QUERY, Kind.STATEMENT})
_LAZY = frozenset({Kind.QUERY, Kind.STATEMENT})
_STREAMS = ("stream", "iter")
_CONTEXTS = frozenset({"contextmanager", "asynccontextmanager"})
_Found = tuple[Handed, int, str]
"""What is handed over, in which line, and how."""


@dataclass(frozen=True, slots=True)
class Leak:
    """An object of a mapper that an outlet takes from its callers or gives to them.

    `lazy_line` is where it is given out before it was read, 0 where it is not.
    """

    outlet: Outlet
    handed: Handed
    line: int
    verb: str  # returns | yields | takes
    heir: ProjectClass | None = None
    lazy_line: int = 0

    @property
    def function(self) -> ProjectFunction:
        """The method or function that leaks."""
        return self.outlet.function

    @property
    def is_lazy(self) -> bool:
        """Whether its caller has yet to read it from the database."""
        return self.lazy_line > 0


@dataclass(frozen=True, slots=True)
class Promise:
    """What a port says that belongs to a mapper; `method` is None where its bases say it."""

    port: ProjectClass
    method: Function | None
    handed: Handed
    line: int
    verb: str  # returns | takes | is about


class Signatures:
    """What the signatures of functions say of mappers."""

    def __init__(self, inference: Inference, tables: Tables) -> None:
        self._inference = inference
        self._tables = tables

    def returned(self, function: ProjectFunction, owner: ProjectClass | None = None) -> Type:
        """Return the declared type of what a function returns."""
        annotations = self._inference.annotations
        owner = owner or function.owner
        given = annotations.arguments_of(owner) if owner else {}
        return annotations.read(function.module.name, function.fact.returns, owner, given)

    def gives(self, function: ProjectFunction, owner: ProjectClass | None = None) -> Hands:
        """Return what the return annotation says is handed on."""
        return of_type(self._tables, self.returned(function, owner))

    def takes(self, function: ProjectFunction, owner: ProjectClass | None = None) -> Hands:
        """Return what the parameters say is asked of callers."""
        environment = self._environment(function, owner)
        names = [p.name for p in function.fact.own_parameters if not _is_injected(p)]
        types = (environment.types.get(name) for name in names)
        return joined(of_type(self._tables, found) for found in types if found)

    def _environment(self, function: ProjectFunction, owner: ProjectClass | None) -> Environment:
        return self._inference.environment(function.module, function.fact, owner or function.owner)


class Promises:
    """Reads the signatures of ports."""

    def __init__(self, inference: Inference, tables: Tables) -> None:
        self._inference = inference
        self._tables = tables
        self._signatures = Signatures(inference, tables)

    def of(self, port: ProjectClass) -> Iterator[Promise]:
        """Yield what its bases and the signatures of its methods promise."""
        for base in port.fact.bases:
            for argument in base.parts[1:] if base.kind is ExpressionKind.SUBSCRIPT else ():
                found = self._inference.annotations.read(port.module.name, argument, port)
                for one in of_type(self._tables, found):
                    yield Promise(port, None, one, port.fact.line, "is about")
        for method in port.fact.methods:
            function = ProjectFunction(port.module, method, port)
            for one in self._signatures.gives(function):
                yield Promise(port, method, one, method.line, "returns")
            for one in self._signatures.takes(function):
                yield Promise(port, method, one, method.line, "takes")


class Leaks:
    """Reads outlets for what they let out."""

    def __init__(self, inference: Inference, tables: Tables) -> None:
        self._inference = inference
        self._signatures = Signatures(inference, tables)
        self._values = Values(inference, tables)
        self._heirs = Heirs(
            inference.annotations, lambda heir: bool(of_type(tables, Type(heir.dotted)))
        )

    def of(self, outlet: Outlet) -> Iterator[Leak]:
        """Yield the leaks of an outlet, one for each thing that leaks.

        Heirs are asked only where a method leaks nothing in its own class: there the generic base
        does not know yet what it is about.
        """
        heirs = self._heirs.apart(outlet.function, outlet.heirs)
        for owner in chain([outlet.function.owner], heirs):
            if leaks := list(self._in(outlet, owner)):
                yield from leaks
                return

    def _in(self, outlet: Outlet, owner: ProjectClass | None) -> Iterator[Leak]:
        heir = owner if owner is not outlet.function.owner else None
        alike: dict[str, list[_Found]] = defaultdict(list)
        for handed, line, verb in self._found(outlet.function, owner):
            if verb != "takes" or _is_asked_for(outlet, handed):
                alike[handed.target].append((handed, line, verb))
        for first, *others in alike.values():
            lazy = (found[1] for found in (first, *others) if _is_lazy(outlet.function, found))
            yield Leak(outlet, *first, heir, next(lazy, 0))

    def _found(self, function: ProjectFunction, owner: ProjectClass | None) -> Iterator[_Found]:
        line = function.fact.line
        for one in _leaking(self._signatures.gives(function, owner)):
            yield one, line, "returns"
        if not _returns_scalars(self._signatures.returned(function, owner)):
            environment = self._inference.environment(function.module, function.fact, owner)
            for outcome in self._values.outcomes(environment):
                for one in _leaking(outcome.hands):
                    yield one, outcome.line, "yields" if outcome.is_yield else "returns"
        for one in self._signatures.takes(function, owner):
            yield one, line, "takes"


def _leaking(hands: Hands) -> Iterator[Handed]:
    return (one for one in hands if one.kind in _LEAKING)


def _is_lazy(function: ProjectFunction, found: _Found) -> bool:
    """Whether what is given out has yet to be read; a stream says by its name that it has."""
    handed, _, verb = found
    if verb == "yields":
        return not function.fact.name.startswith(_STREAMS) and not _is_context(function)
    return verb == "returns" and handed.kind in _LAZY


def _is_context(function: ProjectFunction) -> bool:
    names = (decorator.dotted.rpartition(".")[2] for decorator in function.fact.decorators)
    return any(name in _CONTEXTS for name in names)


def _returns_scalars(declared: Type) -> bool:
    members = declared.members()
    return bool(members) and all(member.name in _SCALARS for member in members)


def _is_injected(parameter: Parameter) -> bool:
    """Whether a framework fills a parameter, as for `session=Depends(open_session)`."""
    given = (parameter.default, parameter.annotation)
    return any(
        part.kind is ExpressionKind.CALL for value in given if value for part in value.walk()
    )


def _is_asked_for(outlet: Outlet, handed: Handed) -> bool:
    """Whether a parameter is what callers have to know of the mapper.

    A function that only builds something of a session is part of putting the program together.
    """
    if outlet.port or handed.kind is not Kind.SESSION:
        return outlet.is_repository
    return _works_with_session(outlet.function)


def _works_with_session(function: ProjectFunction) -> bool:
    names = {parameter.name for parameter in function.fact.own_parameters}
    return any(
        call.callee.kind is ExpressionKind.ATTRIBUTE and call.callee.parts[0].dotted in names
        for call in function.fact.calls
    )
