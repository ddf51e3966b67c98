"""Calls: those of a file, each with the scope and the guard it stands under."""

import ast
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from archlint.model.facts.outline import Guard, Import, Scope
from archlint.sources.skim.blocks import Block
from archlint.sources.skim.dotted import dotted

_OWN = frozenset({"self", "cls"})


class Call(NamedTuple):
    """A call; `callee` is the dotted name of what is called, in full where it was imported."""

    node: ast.Call
    callee: str
    scope: Scope
    guard: Guard

    @property
    def last(self) -> str:
        """The last name of the callee."""
        return self.callee.rpartition(".")[2]

    def argument(self, position: int, *names: str) -> ast.expr | None:
        """Return an argument by its position, or by one of its names."""
        if len(self.node.args) > position:
            return self.node.args[position]
        return next((k.value for k in self.node.keywords if k.arg in names), None)


def calls(
    found: Iterable[Block], imports: Iterable[Import], lines: Sequence[int]
) -> Iterator[Call]:
    """Yield the calls whose callee has a name, other than methods of `self`.

    Only statements that have one of the `lines`, which are sorted, are looked at: a walk through
    every expression would take as long as the rest of the skim.
    """
    known = sources(imports)
    for block in found:
        waiting: list[tuple[ast.AST, Scope]] = [
            (statement, block.scope) for statement in block.body if _has(statement, lines)
        ]
        while waiting:
            node, scope = waiting.pop()
            if isinstance(node, ast.Call) and (callee := _callee(node, known)):
                yield Call(node, callee, scope, block.guard)
            inside = Scope.FUNCTION if isinstance(node, ast.Lambda) else scope
            waiting.extend((child, inside) for child in _expressions(node))


def _has(statement: ast.stmt, lines: Sequence[int]) -> bool:
    end = getattr(statement, "end_lineno", None)
    if end is None:  # a tree that LibCST read
        return True
    decorators = getattr(statement, "decorator_list", ())
    start = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
    found = bisect_left(lines, start)
    return found < len(lines) and lines[found] <= end


def sources(imports: Iterable[Import]) -> dict[str, str]:
    """Return what the names that absolute imports bind stand for."""
    return {i.binds: _source(i) for i in imports if not i.level}


def _source(statement: Import) -> str:
    if statement.name:
        return f"{statement.module}.{statement.name}"
    return statement.module if statement.alias else statement.binds


def _callee(call: ast.Call, known: Mapping[str, str]) -> str:
    head, dot, rest = dotted(call.func).partition(".")
    return "" if head in _OWN else known.get(head, head) + dot + rest


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
