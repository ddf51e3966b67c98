"""Writes: statements that change an attribute of something, and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.code.behaviour.values import decides, is_copy
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind
from archlint.model.facts.structure import Function

_CHANGING = frozenset(
    {"append", "appendleft", "add", "extend", "insert", "remove", "discard", "pop", "popleft",
     "popitem", "clear", "update", "setdefault", "sort", "reverse"}
)  # fmt: skip
_SETTING = 3
_TELLING = _CHANGING | {"setattr", "__setattr__", "sqlmodel_update"}
"""The last names of all calls that change something: most functions have none of them."""

ANY = "*"
"""Stands for the attribute where a loop writes whatever it is given."""


class Manner(StrEnum):
    """COPY: a value from elsewhere, unchanged. DERIVED: a constant or something computed."""

    COPY = "copy"
    DERIVED = "derived"
    AUGMENTED = "augmented"
    COLLECTION = "collection"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class Write:
    """A change of `receiver.attribute`; `is_decided` says that a condition stands before it."""

    receiver: Expression
    attribute: str
    manner: Manner
    line: int
    is_decided: bool = False

    @property
    def is_copy(self) -> bool:
        """Whether it only hands a value on."""
        return self.manner is Manner.COPY and not self.is_decided


Change = tuple[Expression, str, Manner]
"""A receiver, an attribute of it, and how it changes."""


def writes(function: Function) -> Iterator[Write]:
    """Yield what a function changes, in source order; nested functions are left out."""
    reader = _Writes(function.values, calls=not _TELLING.isdisjoint(function.called))
    yield from reader.of(function.body, ())


class _Writes:
    """Reads the writes of one body; `tests` are the conditions around a statement.

    `calls` says whether a call in it may change something.
    """

    def __init__(self, values: Mapping[str, Expression], *, calls: bool) -> None:
        self._values = values
        self._calls = calls

    def of(self, body: tuple[Statement, ...], tests: tuple[Expression, ...]) -> Iterator[Write]:
        for statement in body:
            yield from self._here(statement, tests)
            inner = tests
            if statement.kind in {StatementKind.IF, StatementKind.WHILE, StatementKind.MATCH}:
                inner = (*tests, *statement.expressions)
            yield from self.of(statement.body, inner)
            yield from self.of(statement.orelse, inner)

    def _here(self, statement: Statement, tests: tuple[Expression, ...]) -> Iterator[Write]:
        for receiver, attribute, manner in self._changes(statement):
            decided = any(decides(test, receiver) for test in tests)
            yield Write(receiver, attribute, manner, statement.line, decided)

    def _changes(self, statement: Statement) -> Iterator[Change]:
        for expression in statement.expressions if self._calls else ():
            for part in expression.walk():
                if part.kind is ExpressionKind.CALL:
                    yield from self._called(part)
        for target, value in _assignments(statement):
            yield from self._assigned(target, value)
        if statement.kind is StatementKind.AUGMENT:
            yield from _changed(statement.expressions[0], Manner.AUGMENTED)
        if statement.kind is StatementKind.DELETE:
            for target in statement.expressions:
                yield from _changed(target, Manner.DERIVED)

    def _assigned(self, target: Expression, value: Expression) -> Iterator[Change]:
        if target.kind in {ExpressionKind.TUPLE, ExpressionKind.LIST}:
            matching = len(value.parts) == len(target.parts)
            given_parts = value.parts if matching else (value,) * len(target.parts)
            for part, given in zip(target.parts, given_parts, strict=True):
                yield from self._assigned(part, given)
            return
        copied = is_copy(value, self._values, target)
        yield from _changed(target, Manner.COPY if copied else Manner.DERIVED)

    def _called(self, call: Expression) -> Iterator[Change]:
        callee, arguments = call.callee, call.arguments
        if callee.text in {"setattr", "__setattr__"} and len(arguments) == _SETTING:
            receiver, name, value = arguments
            if name.kind is ExpressionKind.STRING:
                target = Expression(ExpressionKind.ATTRIBUTE, name.text, (receiver,))
                yield from self._assigned(target, value)
            else:
                yield receiver, ANY, Manner.LOOP
        elif callee.text == "sqlmodel_update":
            yield callee.parts[0], ANY, Manner.LOOP
        elif callee.kind is ExpressionKind.ATTRIBUTE and callee.text in _CHANGING:
            yield from _inside(callee.parts[0])


def _assignments(statement: Statement) -> Iterator[tuple[Expression, Expression]]:
    if statement.kind is StatementKind.ASSIGN:
        value, *targets = statement.expressions
        yield from ((target, value) for target in targets)
    if statement.kind is StatementKind.ANNOTATE:
        target, _, *values = statement.expressions
        yield from ((target, value) for value in values)


def _inside(collection: Expression) -> Iterator[Change]:
    if collection.kind is not ExpressionKind.ATTRIBUTE:
        return
    if collection.text == "__dict__":
        yield collection.parts[0], ANY, Manner.LOOP
    else:
        yield collection.parts[0], collection.text, Manner.COLLECTION


def _changed(target: Expression, manner: Manner) -> Iterator[Change]:
    if target.kind is ExpressionKind.ATTRIBUTE:
        yield target.parts[0], target.text, manner
    elif target.kind is ExpressionKind.SUBSCRIPT:
        yield from _inside(target.parts[0])
