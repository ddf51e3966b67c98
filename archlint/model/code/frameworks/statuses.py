"""Statuses: exceptions that say by which HTTP status they want to be answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.code.classes.fields import fields_of
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.names.resolution import Names
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind

_NAMES = frozenset({"status_code", "http_status", "http_status_code", "http_code"})
_STANDARD = (
    "http.HTTPStatus.",
    "http.server.HTTPStatus.",
    "http.client.HTTPStatus.",
    "starlette.status.",
    "fastapi.status.",
    "rest_framework.status.",
)
_CODES = range(100, 600)


@dataclass(frozen=True, slots=True)
class StatusCode:
    """An attribute of an exception that holds a status."""

    name: str
    line: int


def status_code(names: Names, owner: ProjectClass) -> StatusCode | None:
    """Return the status that a class itself gives its instances, None where it gives none."""
    for name, value, line in _values(owner):
        is_number = name.lower() in _NAMES and _is_number(value)
        if is_number or _is_standard(names, owner.module.name, value):
            return StatusCode(name, line)
    return None


def _values(owner: ProjectClass) -> Iterator[tuple[str, Expression, int]]:
    """Yield what the class body and the constructor assign, and the defaults of the latter."""
    for statement in owner.fact.body:
        if statement.kind is StatementKind.ASSIGN:
            value, *targets = statement.expressions
            yield from ((target.text, value, statement.line) for target in targets)
    for field in fields_of(owner.fact):
        if field.value is not None:
            yield field.name, field.value, field.line
    constructor = owner.fact.method("__init__")
    for parameter in constructor.parameters if constructor else ():
        if constructor and parameter.default is not None:
            yield parameter.name, parameter.default, parameter.default.line or constructor.line


def _is_number(value: Expression) -> bool:
    is_natural = value.kind is ExpressionKind.NUMBER and value.text.isdigit()
    return is_natural and int(value.text) in _CODES


def _is_standard(names: Names, module: str, value: Expression) -> bool:
    """Whether it is a constant of HTTP, as it is or as a number: what it is called says enough."""
    if value.kind is ExpressionKind.CALL and value.callee.text == "int" and value.arguments:
        value = value.arguments[0]
    dotted = value.dotted.removesuffix(".value")
    return bool(dotted) and names.resolve(module, dotted).external.startswith(_STANDARD)
