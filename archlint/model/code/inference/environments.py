"""What the names inside a function stand for: parameters first, then what is assigned to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.types import NOTHING, Type, union
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk
from archlint.model.facts.structure import Function
from archlint.model.modules import Module


@dataclass
class Environment:
    """The types of the local names of one function; `owner` is the class of a method."""

    module: Module
    function: Function
    owner: ProjectClass | None = None
    types: dict[str, Type] = field(default_factory=dict)
    assigned: frozenset[str] = frozenset()

    @cached_property
    def values(self) -> Mapping[str, Expression]:
        """The values of the names that the function binds once, in an assignment."""
        return local_values(self.function)

    def learn(self, name: str, found: Type) -> None:
        """Note what a name may stand for; a name with several types is any of them."""
        self.types[name] = union((self.types.get(name, NOTHING), found))

    def is_local(self, name: str) -> bool:
        """Whether the function itself binds the name."""
        return name in self.types or name in self.assigned


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
        for expression in statement.expressions:
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


def names_bound(function: Function) -> frozenset[str]:
    """Return all local names of a function, its parameters included."""
    names = {parameter.name for parameter in function.parameters}
    for binding in local_bindings(function):
        names.update(p.text for p in binding.target.walk() if p.kind is ExpressionKind.NAME)
    return frozenset(names)


def local_values(function: Function) -> Mapping[str, Expression]:
    """Return the value of each name that a function binds once, in an assignment."""
    found: dict[str, list[Expression]] = {p.name: [] for p in function.parameters}
    for statement in walk(function.body):
        if statement.kind is StatementKind.ASSIGN:
            value, *targets = statement.expressions
            for target in targets:
                found.setdefault(target.dotted, []).append(value)
    return {name: values[0] for name, values in found.items() if len(values) == 1}


def names_returned(function: Function) -> frozenset[str]:
    """Return the names that a function returns as they are."""
    return frozenset(
        statement.expressions[0].text
        for statement in walk(function.body)
        if statement.kind is StatementKind.RETURN
        and statement.expressions
        and statement.expressions[0].kind is ExpressionKind.NAME
    )
