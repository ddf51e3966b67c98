"""Decisions: conditions on the attributes of something, on which a function refuses or answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archlint.model.code.environments import local_values
from archlint.model.code.values import is_weighing
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk
from archlint.model.facts.structure import Function

_ANSWERS = frozenset({StatementKind.RAISE, StatementKind.RETURN, StatementKind.ASSERT})
_VERIFYING = ("verify", "check", "match", "compare", "is_valid", "expired")
_LOGIC = frozenset({"and", "or", "not"})


@dataclass(frozen=True, slots=True)
class Decision:
    """A look at `receiver.attribute` in a condition; `refuses` when something is raised on it."""

    receiver: Expression
    attribute: str
    line: int
    refuses: bool


def decisions(function: Function) -> Iterator[Decision]:
    """Yield each attribute that a function decides by, in source order."""
    values = local_values(function)
    last_raise = max((s.line for s in function.body if s.kind is StatementKind.RAISE), default=0)
    for statement in walk(function.body):
        refuses = _refuses(statement, last_raise)
        for test in _tests(statement):
            for attribute in looked_at(test, values):
                receiver, line = attribute.parts[0], attribute.line or statement.line
                yield Decision(receiver, attribute.text, line, refuses)


def _tests(statement: Statement) -> Iterator[Expression]:
    if statement.kind is StatementKind.ASSERT:
        yield statement.expressions[0]
    if statement.kind is StatementKind.IF:
        branches = (*statement.body, *statement.orelse)
        if any(inner.kind in _ANSWERS for branch in branches for inner in branch.walk()):
            yield statement.expressions[0]
    if statement.kind is StatementKind.RETURN and statement.expressions:
        value = statement.expressions[0].unwrapped()
        if value.kind is ExpressionKind.COMPARISON or value.text in _LOGIC:
            yield value


def _refuses(statement: Statement, last_raise: int) -> bool:
    """Whether it raises, or leaves with nothing before the function raises in the end."""
    inside = [*statement.walk()]
    if any(inner.kind is StatementKind.RAISE for inner in inside):
        return True
    leaves = any(s.kind is StatementKind.RETURN and not s.expressions for s in inside)
    return leaves and statement.line < last_raise


def looked_at(test: Expression, values: Mapping[str, Expression]) -> Iterator[Expression]:
    """Yield the attributes that a condition weighs: compared, or taken for true or false.

    `values` are the values of local names: what was worked out before is looked through.
    """
    test = values.get(test.text, test) if test.kind is ExpressionKind.NAME else test
    test = test.unwrapped()
    if test.kind is ExpressionKind.OPERATION and test.text in _LOGIC:
        for part in test.parts:
            yield from looked_at(part, values)
    elif test.kind is ExpressionKind.ATTRIBUTE:
        yield test
    elif is_weighing(test) or _verifies(test):
        for part in test.walk():
            if part.kind is ExpressionKind.ATTRIBUTE:
                yield part


def _verifies(test: Expression) -> bool:
    """Whether it is a call that compares what it is given: `verify(password, user.password)`."""
    if test.kind is not ExpressionKind.CALL:
        return False
    return any(word in test.callee.text.lower() for word in _VERIFYING)
