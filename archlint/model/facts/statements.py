"""Statements as facts: the bodies of functions, classes and modules, without their layout."""

from collections.abc import Container, Iterator
from enum import StrEnum
from typing import NamedTuple

from archlint.model.facts.expressions import Expression, ExpressionKind


class StatementKind(StrEnum):
    """What a statement is; beside each, what its parts hold (`exprs`: `expressions`)."""

    ASSIGN = "assign"  # exprs: value, then the targets; text: "type" for `type X = Y`, else ""
    AUGMENT = "augment"  # text: "+", "-", ...; exprs: target, value
    ANNOTATE = "annotate"  # exprs: target, annotation, then the value if there is one
    DELETE = "delete"  # exprs: targets
    DO = "do"  # exprs: the expression evaluated (docstrings are left out)
    RETURN = "return"  # exprs: the value, if any
    RAISE = "raise"  # exprs: the exception, then its cause
    ASSERT = "assert"  # exprs: test, then the message
    IF = "if"  # exprs: test; `orelse` holds `else`, an `elif` is an IF alone in it,
    # but after a hundred of them the rest stand there side by side
    WHILE = "while"  # exprs: test
    FOR = "for"  # text: "async" or ""; exprs: target, iterable
    WITH = "with"  # text: "async" or ""; exprs: one AS for each item
    TRY = "try"  # orelse: HANDLERs, then ELSE and FINALLY
    HANDLER = "handler"  # text: the name after `as`; exprs: the exception type, if any
    ELSE = "else"
    FINALLY = "finally"
    MATCH = "match"  # exprs: subject; body: CASEs
    CASE = "case"  # exprs: pattern, then the guard
    DEFINE = "define"  # a function or class, but not directly in a class or module; text: its name
    OTHER = "other"  # pass, break, continue, global, nonlocal, import; text: which


class Statement(NamedTuple):
    """A statement; `line` counts from 1."""

    kind: StatementKind
    line: int
    text: str = ""
    expressions: tuple[Expression, ...] = ()
    body: tuple["Statement", ...] = ()
    orelse: tuple["Statement", ...] = ()

    def walk(self) -> Iterator["Statement"]:
        """Yield this statement and all inside it, in source order."""
        return walk((self,))


def walk(body: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield every statement of `body`, nested ones included, in source order."""
    waiting = [*reversed(body)]
    while waiting:
        node = waiting.pop()
        yield node
        if node.orelse:
            waiting.extend(node.orelse[::-1])
        if node.body:
            waiting.extend(node.body[::-1])


def expressions_of(
    body: tuple[Statement, ...], kinds: Container[ExpressionKind]
) -> Iterator[Expression]:
    """Yield the expressions of some kinds as `expressions_in` does, and several times as fast."""
    for statement in walk(body):
        for expression in statement.expressions:
            waiting = [expression]
            while waiting:
                node = waiting.pop()
                kind, _, parts, _ = node
                if kind in kinds:
                    yield node
                if parts:
                    waiting.extend(parts[::-1])


def expressions_in(body: tuple[Statement, ...]) -> Iterator[Expression]:
    """Yield every expression of `body`, nested ones included."""
    for statement in walk(body):
        for expression in statement.expressions:
            yield from expression.walk()
