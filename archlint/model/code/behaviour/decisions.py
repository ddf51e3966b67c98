"""Decisions: conditions on the attributes of something, on which a function refuses or answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archlint.model.code.behaviour.values import is_weighing
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk
from archlint.model.facts.structure import Function

_ANSWERS = frozenset({StatementKind.RAISE, StatementKind.RETURN, StatementKind.ASSERT})
_VERIFYING = ("verify", "check", "match", "compare", "is_valid", "expired")
_LOGIC = frozenset({"and", "or", "not"})


@dataclass(frozen=True, slots=True)
class Decision:
    """A look at `receiver.attribute` in a condition; `refuses` when something is raised on it.

    `is_bare` says that it is taken for true or false, perhaps to ask
    only whether it is there.
    """

    receiver: Expression
    attribute: str
    line: int
    refuses: bool
    is_bare: bool


def decisions(function: Function) -> Iterator[Decision]:
    """Yield each attribute that a function decides by, in source order."""
    values = function.values
    last_raise = max((s.line for s in function.body if s.kind is StatementKind.RAISE), default=0)
    for statement in walk(function.body):
        refuses = _refuses(statement, last_raise)
        for test in _tests(statement):
            for attribute, is_bare in looked_at(test, values):
                line = attribute.line or statement.line
                yield Decision(attribute.parts[0], attribute.text, line, refuses, is_bare)


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


def looked_at(
    test: Expression, values: Mapping[str, Expression]
) -> Iterator[tuple[Expression, bool]]:
    """Yield the attributes that a condition weighs, and whether each is only taken for a truth.

    `values` are the values of local names: what was worked out before is looked through.
    """
    for part in _operands(test):
        known = values.get(part.text, part) if part.kind is ExpressionKind.NAME else part
        for found in _operands(known.unwrapped()):
            if found.kind is ExpressionKind.ATTRIBUTE:
                yield found, True
            elif is_weighing(found) or _verifies(found):
                compared = (p for p in found.walk() if p.kind is ExpressionKind.ATTRIBUTE)
                yield from ((attribute, False) for attribute in compared)


def _operands(test: Expression) -> Iterator[Expression]:
    """Yield what `and`, `or` and `not` put together."""
    if test.kind is ExpressionKind.OPERATION and test.text in _LOGIC:
        for part in test.parts:
            yield from _operands(part)
    else:
        yield test


def _verifies(test: Expression) -> bool:
    """Whether it is a call that compares what it is given: `verify(password, user.password)`."""
    if test.kind is not ExpressionKind.CALL:
        return False
    return any(word in test.callee.text.lower() for word in _VERIFYING)
