"""Bindings: the names that a scope binds, and what those stand for that it binds only once."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Function = ast.FunctionDef | ast.AsyncFunctionDef

_Scoped = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda


class Bindings(NamedTuple):
    """The names of a scope; `values` are those that are assigned once and bound nowhere else."""

    names: frozenset[str]
    values: dict[str, ast.expr]


def parts_of(function: Function) -> list[ast.AST]:
    """Return what of a function binds names in it: its parameters and its statements."""
    return [function.args, *function.body]


def bindings_of(parts: Iterable[ast.AST]) -> Bindings:
    """Return the names of a scope, given the parts of it that bind some."""
    inside = [*_inside(parts)]
    bound = Counter(name for node in inside for name in _names(node))
    assigned = dict(pair for node in inside for pair in _assigned(node))
    values = {name: value for name, value in assigned.items() if bound[name] == 1}
    return Bindings(frozenset(bound), values)


def _inside(parts: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Yield the nodes of a scope, without what stands in functions and classes nested in it."""
    waiting = [*parts]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _Scoped):
            waiting.extend(ast.iter_child_nodes(node))


def _names(node: ast.AST) -> Iterator[str]:
    """Yield the names that one node binds; a comprehension counts as part of its scope."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.Global | ast.Nonlocal):
        yield from node.names
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, _Named) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


_Named = (
    ast.FunctionDef
    | ast.AsyncFunctionDef
    | ast.ClassDef
    | ast.ExceptHandler
    | ast.MatchAs
    | ast.MatchStar
)


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield the name and the value of `name = value`."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target, value = node.targets[0], node.value
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
        target, value = node.target, node.value
    else:
        return
    if isinstance(target, ast.Name):
        yield target.id, value
