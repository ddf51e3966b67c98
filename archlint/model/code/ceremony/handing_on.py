"""Handing on: a function that passes its call to somebody else, and does nothing besides."""

from collections.abc import Iterator

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind
from archlint.model.facts.structure import Function

_IDLE_DECORATORS = frozenset({"staticmethod", "classmethod", "override", "final", "inject"})


def handed_on(function: Function) -> Expression | None:
    """Return the one call that a function consists of, None for a function that does more.

    What it was given goes on unchanged, or field by field: `find(query.number)`. A decorator, a
    constant, a value of its own or a second statement is more than handing on.
    """
    call = _only_call(tuple(s for s in function.body if s.kind is not StatementKind.OTHER))
    if call is None or not all(map(_is_idle, function.decorators)):
        return None
    given = {parameter.name for parameter in function.own_parameters}
    return call if all(_root(value) in given for value in _values(call)) else None


def _only_call(body: tuple[Statement, ...]) -> Expression | None:
    value = _kept_and_returned(body) or _said_alone(body)
    found = value.unwrapped() if value else None
    return found if found and found.kind is ExpressionKind.CALL else None


def _said_alone(body: tuple[Statement, ...]) -> Expression | None:
    if len(body) != 1 or body[0].kind not in {StatementKind.RETURN, StatementKind.DO}:
        return None
    return next(iter(body[0].expressions), None)


def _kept_and_returned(body: tuple[Statement, ...]) -> Expression | None:
    """Return the value of a name that is returned in the next and last statement."""
    kinds = [statement.kind for statement in body]
    if kinds != [StatementKind.ASSIGN, StatementKind.RETURN] or not body[1].expressions:
        return None
    value, *targets = body[0].expressions
    returned = body[1].expressions[0].dotted
    return value if returned and [t.dotted for t in targets] == [returned] else None


def _is_idle(decorator: Expression) -> bool:
    return decorator.dotted.rpartition(".")[2] in _IDLE_DECORATORS


def _values(call: Expression) -> Iterator[Expression]:
    wrapping = {ExpressionKind.KEYWORD, ExpressionKind.STAR}
    for argument in call.arguments:
        yield argument.parts[0] if argument.kind in wrapping else argument


def _root(value: Expression) -> str:
    """Return the name that a chain of attributes starts with, "" for anything else."""
    return value.dotted.partition(".")[0]
