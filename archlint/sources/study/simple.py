"""Simple statements as facts: those that hold no other statement."""

from collections.abc import Iterable, Mapping

import libcst as cst

from archlint.model.facts.expressions import Expression
from archlint.model.facts.statements import Statement, StatementKind
from archlint.sources.study.annotations import annotation
from archlint.sources.study.operators import AUGMENTING
from archlint.sources.study.scope import Converter, Scope

_WORDS: Mapping[type[cst.CSTNode], str] = {
    cst.Pass: "pass",
    cst.Break: "break",
    cst.Continue: "continue",
    cst.Global: "global",
    cst.Nonlocal: "nonlocal",
    cst.Import: "import",
    cst.ImportFrom: "import",
    cst.LazyImport: "import",
    cst.LazyImportFrom: "import",
}


def _read(scope: Scope, nodes: Iterable[cst.CSTNode | None]) -> tuple[Expression, ...]:
    return tuple([scope.reader.expression(node) for node in nodes if node is not None])


def _assign(node: cst.Assign, scope: Scope) -> Statement:
    expressions = _read(scope, (node.value, *[target.target for target in node.targets]))
    return Statement(StatementKind.ASSIGN, scope.lines.starts[node], "", expressions)


def _annotate(node: cst.AnnAssign, scope: Scope) -> Statement:
    target = scope.reader.expression(node.target)
    spelled = annotation(node.annotation.annotation, scope.reader)
    expressions = (target, spelled, *_read(scope, [node.value]))
    return Statement(StatementKind.ANNOTATE, scope.lines.starts[node], "", expressions)


def _augment(node: cst.AugAssign, scope: Scope) -> Statement:
    text = AUGMENTING.get(type(node.operator), "")
    expressions = _read(scope, (node.target, node.value))
    return Statement(StatementKind.AUGMENT, scope.lines.starts[node], text, expressions)


def _alias(node: cst.TypeAlias, scope: Scope) -> Statement:
    """Read `type X = Y` as the assignment that it was before it had a keyword."""
    expressions = (annotation(node.value, scope.reader), scope.reader.expression(node.name))
    return Statement(StatementKind.ASSIGN, scope.lines.starts[node], "type", expressions)


def _do(node: cst.Expr, scope: Scope) -> Statement:
    expressions = (scope.reader.expression(node.value),)
    return Statement(StatementKind.DO, scope.lines.starts[node], "", expressions)


def _return(node: cst.Return, scope: Scope) -> Statement:
    expressions = _read(scope, [node.value])
    return Statement(StatementKind.RETURN, scope.lines.starts[node], "", expressions)


def _raise(node: cst.Raise, scope: Scope) -> Statement:
    cause = node.cause.item if node.cause else None
    expressions = _read(scope, (node.exc, cause))
    return Statement(StatementKind.RAISE, scope.lines.starts[node], "", expressions)


def _assert(node: cst.Assert, scope: Scope) -> Statement:
    expressions = _read(scope, (node.test, node.msg))
    return Statement(StatementKind.ASSERT, scope.lines.starts[node], "", expressions)


def _delete(node: cst.Del, scope: Scope) -> Statement:
    """Read `del`: LibCST takes several targets for a tuple."""
    target = node.target
    several = [element.value for element in getattr(target, "elements", ())]
    expressions = _read(scope, several or [target])
    return Statement(StatementKind.DELETE, scope.lines.starts[node], "", expressions)


def _word(node: cst.BaseSmallStatement, scope: Scope) -> Statement:
    return Statement(StatementKind.OTHER, scope.lines.starts[node], _WORDS[type(node)])


CONVERTERS: Mapping[type[cst.CSTNode], Converter] = {
    cst.Assign: _assign,
    cst.AnnAssign: _annotate,
    cst.AugAssign: _augment,
    cst.TypeAlias: _alias,
    cst.Expr: _do,
    cst.Return: _return,
    cst.Raise: _raise,
    cst.Assert: _assert,
    cst.Del: _delete,
    **dict.fromkeys(_WORDS, _word),
}
