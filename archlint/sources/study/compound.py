"""Compound statements as facts: those that hold other statements, definitions apart."""

from collections.abc import Iterator, Mapping

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind
from archlint.sources.study.scope import Converter, Scope

_FURTHEST = 100
"""An `elif` after so many others stands beside the one before it: statements nest no deeper."""


def _if(node: cst.If, scope: Scope) -> Statement:
    """Read an `if` and its `elif`s in a loop: generated code has more than a stack holds."""
    arms: list[Statement] = []
    last: cst.If | cst.Else | None = node
    while isinstance(last, cst.If):
        arms.append(_arm(last, scope))
        last = last.orelse
    orelse = _else(last, scope)
    for arm in reversed(arms[_FURTHEST:]):
        orelse = (arm, *orelse)
    for arm in reversed(arms[:_FURTHEST]):
        orelse = (arm._replace(orelse=orelse),)
    return orelse[0]


def _arm(node: cst.If, scope: Scope) -> Statement:
    test = (scope.reader.expression(node.test),)
    body = scope.body(node.body.body)
    return Statement(StatementKind.IF, scope.lines.starts[node], "", test, body)


def _else(node: cst.Else | None, scope: Scope) -> tuple[Statement, ...]:
    return scope.body(node.body.body) if node else ()


def _while(node: cst.While, scope: Scope) -> Statement:
    test = (scope.reader.expression(node.test),)
    body, orelse = scope.body(node.body.body), _else(node.orelse, scope)
    return Statement(StatementKind.WHILE, scope.lines.starts[node], "", test, body, orelse)


def _for(node: cst.For, scope: Scope) -> Statement:
    text = "async" if node.asynchronous else ""
    head = (scope.reader.expression(node.target), scope.reader.expression(node.iter))
    body, orelse = scope.body(node.body.body), _else(node.orelse, scope)
    return Statement(StatementKind.FOR, scope.lines.starts[node], text, head, body, orelse)


def _with(node: cst.With, scope: Scope) -> Statement:
    text = "async" if node.asynchronous else ""
    items = tuple([_item(item, scope) for item in node.items])
    body = scope.body(node.body.body)
    return Statement(StatementKind.WITH, scope.lines.starts[node], text, items, body)


def _item(node: cst.WithItem, scope: Scope) -> Expression:
    context = scope.reader.expression(node.item)
    target = (scope.reader.expression(node.asname.name),) if node.asname else ()
    return Expression(ExpressionKind.AS, "", (context, *target), context.line)


def _try(node: cst.Try | cst.TryStar, scope: Scope) -> Statement:
    body = scope.body(node.body.body)
    orelse = tuple(_clauses(node, scope))
    return Statement(StatementKind.TRY, scope.lines.starts[node], "", (), body, orelse)


def _clauses(node: cst.Try | cst.TryStar, scope: Scope) -> Iterator[Statement]:
    for handler in node.handlers:
        yield _handler(handler, scope)
    ends = ((StatementKind.ELSE, node.orelse), (StatementKind.FINALLY, node.finalbody))
    for kind, clause in ends:
        if clause is not None:
            body = scope.body(clause.body.body)
            yield Statement(kind, scope.lines.starts[clause], "", (), body)


def _handler(node: cst.ExceptHandler | cst.ExceptStarHandler, scope: Scope) -> Statement:
    caught = (scope.reader.expression(node.type),) if node.type else ()
    name = node.name.name if node.name else None
    text = name.value if isinstance(name, cst.Name) else ""
    body = scope.body(node.body.body)
    return Statement(StatementKind.HANDLER, scope.lines.starts[node], text, caught, body)


def _match(node: cst.Match, scope: Scope) -> Statement:
    subject = (scope.reader.expression(node.subject),)
    cases = tuple([_case(case, scope) for case in node.cases])
    return Statement(StatementKind.MATCH, scope.lines.starts[node], "", subject, cases)


def _case(node: cst.MatchCase, scope: Scope) -> Statement:
    guard = (scope.reader.expression(node.guard),) if node.guard else ()
    head = (scope.reader.expression(node.pattern), *guard)
    body = scope.body(node.body.body)
    return Statement(StatementKind.CASE, scope.lines.starts[node], "", head, body)


CONVERTERS: Mapping[type[cst.CSTNode], Converter] = {
    cst.If: _if,
    cst.While: _while,
    cst.For: _for,
    cst.With: _with,
    cst.Try: _try,
    cst.TryStar: _try,
    cst.Match: _match,
}
