"""What the names inside a function stand for: parameters first, then what is assigned to them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.types import NOTHING, Type, union
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk
from archlint.model.facts.structure import Function
from archlint.model.modules import Module


def _nothing(_: "Environment") -> None:
    pass


@dataclass
class Environment:
    """The types of the local names of one function; `owner` is the class of a method.

    `teach` makes the environment learn them, when somebody asks for the first time.
    """

    module: Module
    function: Function
    owner: ProjectClass | None = None
    teach: Callable[["Environment"], None] = _nothing
    _types: dict[str, Type] | None = None

    @property
    def types(self) -> dict[str, Type]:
        """The types that are known, by name; while they are learned, those known so far."""
        if self._types is None:
            self._types = {}
            self.teach(self)
        return self._types

    @cached_property
    def bindings(self) -> "tuple[LocalBinding, ...]":
        """What the function binds, in source order."""
        return tuple(local_bindings(self.function))

    @cached_property
    def assigned(self) -> frozenset[str]:
        """All local names of the function, its parameters included."""
        names = {parameter.name for parameter in self.function.parameters}
        for binding in self.bindings:
            names.update(p.text for p in binding.target.walk() if p.kind is ExpressionKind.NAME)
        return frozenset(names)

    @property
    def values(self) -> Mapping[str, Expression]:
        """The values of the names that the function binds once, in an assignment."""
        return self.function.values

    def shadowing(self, names: frozenset[str]) -> "Environment":
        """Return what holds inside a comprehension that binds these names anew."""
        types = {name: found for name, found in self.types.items() if name not in names}
        inner = Environment(self.module, self.function, self.owner, _types=types)
        inner.assigned = self.assigned | names
        return inner

    def learn(self, name: str, found: Type) -> None:
        """Note what a name may stand for; a name with several types is any of them."""
        self.types[name] = union((self.types.get(name, NOTHING), found))

    def is_local(self, name: str) -> bool:
        """Whether the function itself binds the name."""
        return name in self.assigned


@dataclass(frozen=True, slots=True)
class LocalBinding:
    """A name that a function binds to `value`, or to what iterating or entering it gives."""

    target: Expression
    value: Expression
    manner: str = "is"  # is | iterates | enters
    annotation: Expression | None = None


def local_bindings(function: Function) -> Iterator[LocalBinding]:
    """Yield what a function binds, in source order; nested functions are left out."""
    for statement in walk(function.body):
        yield from _bound_by(statement)
        for expression in statement.expressions if function.has_walrus else ():
            for part in expression.walk():
                if part.kind is ExpressionKind.NAMED:
                    name = Expression(ExpressionKind.NAME, part.text, line=part.line)
                    yield LocalBinding(name, part.parts[0])


def _bound_by(statement: Statement) -> Iterator[LocalBinding]:
    expressions = statement.expressions
    if statement.kind is StatementKind.ASSIGN:
        for target in expressions[1:]:
            yield LocalBinding(target, expressions[0])
    elif statement.kind is StatementKind.ANNOTATE:
        target, annotation, *_ = expressions
        yield LocalBinding(target, expressions[-1], annotation=annotation)
    elif statement.kind is StatementKind.FOR:
        yield LocalBinding(expressions[0], expressions[1], "iterates")
    elif statement.kind is StatementKind.WITH:
        for item in expressions:
            if len(item.parts) > 1:
                yield LocalBinding(item.parts[1], item.parts[0], "enters")


def names_returned(function: Function) -> frozenset[str]:
    """Return the names that a function returns as they are."""
    return frozenset(
        statement.expressions[0].text
        for statement in walk(function.body)
        if statement.kind is StatementKind.RETURN
        and statement.expressions
        and statement.expressions[0].kind is ExpressionKind.NAME
    )
