"""Calls: those of a file, each with the scope and the guard it stands under."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from archlint.model.facts.outline import Guard, Import, Scope
from archlint.sources.skim.bindings import Function
from archlint.sources.skim.blocks import blocks
from archlint.sources.skim.dotted import dotted
from archlint.sources.skim.folding import Folding
from archlint.sources.skim.lines import Lines

MODULES = "sys.modules"
_OWN = frozenset({"self", "cls"})


class Call(NamedTuple):
    """A call; `callee` is the dotted name of what is called, in full where it was imported.

    Looking into `sys.modules` is a call of it, with the one argument in the brackets.
    """

    node: ast.Call | ast.Subscript
    callee: str
    scope: Scope
    guard: Guard
    functions: tuple[Function, ...] = ()

    @property
    def last(self) -> str:
        """The last name of the callee."""
        return self.callee.rpartition(".")[2]

    def argument(self, position: int, *names: str) -> ast.expr | None:
        """Return an argument by its position, or by one of its names."""
        if isinstance(self.node, ast.Subscript):
            return None if position else self.node.slice
        if len(self.node.args) > position:
            return self.node.args[position]
        return next((k.value for k in self.node.keywords if k.arg in names), None)


def calls(tree: ast.Module, imports: Iterable[Import], lines: Lines) -> Iterator[Call]:
    """Yield the calls whose callee has a name, other than methods of `self`.

    Only statements that have one of the `lines` are looked at: a walk through every expression
    would take as long as the rest of the skim.
    """
    if not lines:
        return
    known = sources(imports)
    for block in blocks(tree, lines):
        waiting: list[tuple[ast.AST, Scope]] = [
            (statement, block.scope) for statement in block.body if lines.meet(statement)
        ]
        while waiting:
            node, scope = waiting.pop()
            if isinstance(node, ast.Call) and (callee := _full(node.func, known)):
                yield Call(node, callee, scope, block.guard, block.functions)
            elif isinstance(node, ast.Subscript) and _is_look_up(node, known):
                yield Call(node, MODULES, scope, block.guard, block.functions)
            inside = Scope.FUNCTION if isinstance(node, ast.Lambda) else scope
            waiting.extend((child, inside) for child in _expressions(node))


def sources(imports: Iterable[Import]) -> dict[str, str]:
    """Return what the names that absolute imports bind stand for."""
    return {i.binds: _source(i) for i in imports if not i.level}


def _source(statement: Import) -> str:
    if statement.name:
        return f"{statement.module}.{statement.name}"
    return statement.module if statement.alias else statement.binds


def _full(node: ast.expr, known: Mapping[str, str]) -> str:
    head, dot, rest = dotted(node).partition(".")
    return "" if head in _OWN else known.get(head, head) + dot + rest


def _is_look_up(node: ast.Subscript, known: Mapping[str, str]) -> bool:
    return isinstance(node.ctx, ast.Load) and _full(node.value, known) == MODULES


def followed(called: Iterable[Call], folding: Folding, imports: Iterable[Import]) -> Iterator[Call]:
    """Yield calls by what their callee was called before it was assigned to another name."""
    known = sources(imports)
    for call in called:
        head, dot, rest = call.callee.partition(".")
        value = folding.within(call.functions).value(head)
        meant = _full(value, known) if value else ""
        yield call._replace(callee=meant + dot + rest) if meant else call


def _expressions(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the children of a node, except the statements: those stand in blocks of their own.

    This reads the fields as they are stored, which takes half the time of `ast.iter_child_nodes`.
    """
    for value in vars(node).values():
        if isinstance(value, _PARTS):
            yield value
        elif type(value) is list:
            yield from (each for each in value if isinstance(each, _PARTS))


_PARTS = (ast.expr, ast.keyword, ast.comprehension, ast.arguments, ast.arg, ast.withitem)
