"""Bindings: what the statements of a body give names to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk

_BINDING = frozenset({ExpressionKind.NAME, ExpressionKind.TUPLE})
"""The targets that are names, or made of names: an attribute belongs to something else."""


@dataclass(frozen=True, slots=True)
class LocalBinding:
    """A name that a function binds to `value`, or to what iterating or entering it gives."""

    target: Expression
    value: Expression
    manner: str = "is"  # is | iterates | enters
    annotation: Expression | None = None


def local_bindings(body: tuple[Statement, ...], *, has_walrus: bool) -> Iterator[LocalBinding]:
    """Yield what a body binds, in source order; nested functions are left out.

    Expressions are looked into only where one `has_walrus`.
    """
    for statement in walk(body):
        yield from _bound_by(statement)
        for expression in statement.expressions if has_walrus else ():
            for part in expression.walk():
                if part.kind is ExpressionKind.NAMED:
                    name = Expression(ExpressionKind.NAME, part.text, line=part.line)
                    yield LocalBinding(name, part.parts[0])


def explain_late(bindings: Sequence[LocalBinding]) -> bool:
    """Whether a value uses a name that is bound there or later."""
    last = {
        name: number
        for number, binding in enumerate(bindings)
        if binding.target.kind in _BINDING
        for name in _names(binding.target)
    }
    return bool(last) and any(
        last.get(name, -1) >= number
        for number, binding in enumerate(bindings)
        for name in _names(binding.value)
    )


def _names(expression: Expression) -> Iterator[str]:
    return (part.text for part in expression.walk() if part.kind is ExpressionKind.NAME)


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
