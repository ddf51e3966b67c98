"""Facts told short, so that a test can state a whole expression or body in a line."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from archlint.model.facts.bodies import Body
from archlint.model.facts.expressions import Expression
from archlint.model.facts.statements import Statement
from archlint.model.facts.structure import Structure
from archlint.sources.study import study


def body_of(source: str) -> tuple[Statement, ...]:
    """Return the statements of a module."""
    return study(source.encode()).body


def expression_of(source: str) -> Expression:
    """Return the expression that a module of one statement evaluates."""
    return body_of(source)[0].expressions[0]


def told(expression: Expression | None) -> str:
    """Tell an expression: its kind, its text, its parts in parentheses."""
    if expression is None:
        return "nothing"
    head = f"{expression.kind}:{expression.text}" if expression.text else str(expression.kind)
    parts = ", ".join(map(told, expression.parts))
    return f"{head}({parts})" if parts else head


def told_all(body: tuple[Statement, ...]) -> str:
    """Tell statements: kind, text, expressions in (), body in {} and orelse in []."""
    return "; ".join(map(_told_statement, body))


def _told_statement(statement: Statement) -> str:
    head = f"{statement.kind}:{statement.text}" if statement.text else str(statement.kind)
    expressions = ", ".join(map(told, statement.expressions))
    return "".join(
        (
            head,
            f"({expressions})" if expressions else "",
            f"{{{told_all(statement.body)}}}" if statement.body else "",
            f"[{told_all(statement.orelse)}]" if statement.orelse else "",
        )
    )


def without_lines(structure: Structure) -> Structure:
    """Return the facts of a file with every line set to zero."""
    cleared: Structure = _cleared(structure)
    return cleared


def _cleared(value: Any) -> Any:  # noqa: ANN401 - facts of every type
    if isinstance(value, Expression | Statement):
        return type(value)(*map(_cleared, value._replace(line=0)))
    if isinstance(value, tuple):
        return tuple(map(_cleared, value))
    if isinstance(value, Body):
        return Body.of(_cleared(value.contents.statements))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    values = {field.name: _cleared(getattr(value, field.name)) for field in fields(value)}
    return replace(value, **values | {name: 0 for name in ("line", "end_line") if name in values})
