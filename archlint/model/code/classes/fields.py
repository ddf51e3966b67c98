"""The fields of a class: what its own statements and its constructor give each instance."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk
from archlint.model.facts.structure import Class, Function

_ASSIGNING = frozenset({StatementKind.ASSIGN, StatementKind.ANNOTATE})
CONSTRUCTORS = ("__init__", "__post_init__", "__attrs_post_init__", "__new__")


class FieldOrigin(StrEnum):
    """Where a field is declared."""

    BODY = "body"
    CONSTRUCTOR = "constructor"
    SLOTS = "slots"


@dataclass(frozen=True, slots=True)
class Field:
    """A field; `value` is its default or the first value that the constructor assigns."""

    name: str
    line: int
    origin: FieldOrigin
    annotation: Expression | None = None
    value: Expression | None = None
    setter: Function | None = None

    @property
    def is_class_variable(self) -> bool:
        """Whether the annotation says that instances share it."""
        return self.annotation is not None and any(
            part.text == "ClassVar" for part in self.annotation.walk()
        )


def fields_of(fact: Class) -> tuple[Field, ...]:
    """Return the fields that the class itself declares, each once, in the order of declaration."""
    found: dict[str, Field] = {}
    for field in [*_in_body(fact), *_in_constructors(fact)]:
        found.setdefault(field.name, field)
    return tuple(found.values())


def _in_body(fact: Class) -> Iterator[Field]:
    for statement in fact.body:
        if statement.kind is StatementKind.ANNOTATE:
            target, annotation, *value = statement.expressions
            if target.kind is ExpressionKind.NAME:
                default = value[0] if value else None
                yield Field(target.text, statement.line, FieldOrigin.BODY, annotation, default)
        if statement.kind is StatementKind.ASSIGN:
            yield from _assigned_in_body(statement)


def _assigned_in_body(statement: Statement) -> Iterator[Field]:
    value, *targets = statement.expressions
    for target in targets:
        if target.text == "__slots__":
            yield from (
                Field(part.text, statement.line, FieldOrigin.SLOTS)
                for part in value.parts
                if part.kind is ExpressionKind.STRING
            )
        elif target.kind is ExpressionKind.NAME and value.kind is ExpressionKind.CALL:
            yield Field(target.text, statement.line, FieldOrigin.BODY, None, value)


def _in_constructors(fact: Class) -> Iterator[Field]:
    for method in fact.methods:
        if method.name in CONSTRUCTORS:
            yield from set_on_self(method)


def set_on_self(method: Function) -> Iterator[Field]:
    """Yield what a method assigns to attributes of `self`."""
    for statement in walk(method.body):
        if statement.kind in _ASSIGNING:
            yield from _assigned_to_self(statement, method)


def assigned_names(fact: Class) -> Iterator[str]:
    """Yield the names to which the body of a class gives a value without an annotation."""
    for statement in fact.body:
        if statement.kind is StatementKind.ASSIGN:
            targets = statement.expressions[1:]
            yield from (each.text for each in targets if each.kind is ExpressionKind.NAME)


def class_alias(fact: Class, name: str) -> str:
    """Return the dotted name that the body of a class binds `name` to, "" for anything else."""
    for statement in fact.body:
        if statement.kind is StatementKind.ASSIGN:
            value, *targets = statement.expressions
            if any(t.kind is ExpressionKind.NAME and t.text == name for t in targets):
                return value.dotted
    return ""


def _assigned_to_self(statement: Statement, method: Function) -> Iterator[Field]:
    if statement.kind is StatementKind.ANNOTATE:
        target, annotation, *values = statement.expressions
        if name := self_attribute(target):
            value = values[0] if values else None
            yield Field(name, statement.line, FieldOrigin.CONSTRUCTOR, annotation, value, method)
    if statement.kind is StatementKind.ASSIGN:
        value, *targets = statement.expressions
        for target in targets:
            if name := self_attribute(target):
                yield Field(name, statement.line, FieldOrigin.CONSTRUCTOR, None, value, method)


def self_attribute(target: Expression) -> str:
    """Return `x` for the expression `self.x`, "" for anything else."""
    if target.kind is ExpressionKind.ATTRIBUTE and target.parts[0].text == "self":
        return target.text if target.parts[0].kind is ExpressionKind.NAME else ""
    return ""
