"""What the names inside a function stand for: parameters first, then what is assigned to them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from sys import intern

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.types import NOTHING, Type, union
from archlint.model.facts.bindings import LocalBinding
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, walk
from archlint.model.facts.structure import Function
from archlint.model.modules import Module


def _nothing(_: "Environment") -> None:
    pass


@dataclass(slots=True)
class Environment:
    """The types of the local names of one function; `owner` is the class of a method.

    `teach` makes the environment learn them, when somebody asks for the first time. There is an
    environment for each function as long as the run lasts, so it holds little.
    """

    module: Module
    function: Function
    owner: ProjectClass | None = None
    teach: Callable[["Environment"], None] = _nothing
    _types: dict[str, Type] | None = None
    _assigned: tuple[str, ...] | None = None

    @property
    def types(self) -> dict[str, Type]:
        """The types that are known, by name; while they are learned, those known so far."""
        if self._types is None:
            self._types = {}
            self.teach(self)
        return self._types

    @property
    def bindings(self) -> tuple[LocalBinding, ...]:
        """What the function binds, in source order."""
        return self.function.bindings

    @property
    def assigned(self) -> tuple[str, ...]:
        """All local names of the function, its parameters included, each once."""
        if self._assigned is None:
            self._assigned = tuple(dict.fromkeys(map(intern, self._bound)))
        return self._assigned

    @property
    def _bound(self) -> Iterator[str]:
        yield from (parameter.name for parameter in self.function.parameters)
        for binding in self.bindings:
            yield from (p.text for p in binding.target.walk() if p.kind is ExpressionKind.NAME)

    @property
    def values(self) -> Mapping[str, Expression]:
        """The values of the names that the function binds once, in an assignment."""
        return self.function.values

    def shadowing(self, names: frozenset[str]) -> "Environment":
        """Return what holds inside a comprehension that binds these names anew."""
        types = {name: found for name, found in self.types.items() if name not in names}
        assigned = (*self.assigned, *names)
        return replace(self, _types=types, _assigned=assigned)

    def learn(self, name: str, found: Type) -> None:
        """Note what a name may stand for; a name with several types is any of them."""
        if known := union((self.types.get(name, NOTHING), found)):
            self.types[intern(name)] = known

    def is_local(self, name: str) -> bool:
        """Whether the function itself binds the name."""
        return name in self.assigned


def names_returned(function: Function) -> frozenset[str]:
    """Return the names that a function returns as they are."""
    return frozenset(
        statement.expressions[0].text
        for statement in walk(function.body)
        if statement.kind is StatementKind.RETURN
        and statement.expressions
        and statement.expressions[0].kind is ExpressionKind.NAME
    )
