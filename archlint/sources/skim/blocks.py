"""Blocks: the runs of statements of a file, each with the scope and the guard it stands under."""

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from archlint.model.facts.outline import Guard, Scope
from archlint.sources.skim.bindings import Function
from archlint.sources.skim.dotted import last_name
from archlint.sources.skim.guards import TYPE_CHECKING, Guards, stronger
from archlint.sources.skim.lines import EVERYWHERE, Lines


class Block(NamedTuple):
    """Statements that stand together, without those nested in them, and the functions around."""

    body: list[ast.stmt]
    scope: Scope
    guard: Guard
    functions: tuple[Function, ...] = ()


def blocks(tree: ast.Module, lines: Lines = EVERYWHERE) -> Iterator[Block]:
    """Yield the blocks of a file, the outermost first; their order says nothing else.

    Of those in classes and functions, only blocks that may have one of the lines are among them.
    """
    opener = _Opener(guards_of(tree))
    waiting = [Block(tree.body, Scope.MODULE, Guard.NONE)]
    while waiting:
        block = waiting.pop()
        yield block
        for statement in block.body:
            inner = opener.openers.get(type(statement))
            if inner and (_is_top_level(statement, block) or lines.meet(statement)):
                waiting.extend(inner(statement, block))


def _is_top_level(statement: ast.stmt, block: Block) -> bool:
    """Whether what stands in a compound statement stands outside classes and functions."""
    return block.scope is Scope.MODULE and not isinstance(statement, _SCOPED)


def guards_of(tree: ast.Module) -> Guards:
    """Return who reads the tests of a file, whatever TYPE_CHECKING is called in it."""
    return Guards(frozenset((*_names_of_type_checking(tree), *_copies(tree))))


_SCOPED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _copies(tree: ast.Module) -> Iterator[str]:
    """Yield the names of constants such as `TYPES = typing.TYPE_CHECKING`."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and last_name(statement.value) == TYPE_CHECKING:
            yield from filter(None, map(last_name, statement.targets))


def _names_of_type_checking(tree: ast.Module) -> Iterator[str]:
    return (
        name.asname
        for statement in tree.body
        if isinstance(statement, ast.ImportFrom)
        for name in statement.names
        if name.asname and name.name == TYPE_CHECKING
    )


class _Opener:
    """Opens compound statements."""

    def __init__(self, guards: Guards) -> None:
        self._guards = guards
        # `Any`: each opener takes the one type of statement that it is listed under
        self.openers: dict[type[ast.stmt], Callable[[Any, Block], Iterable[Block]]] = {
            ast.FunctionDef: _function,
            ast.AsyncFunctionDef: _function,
            ast.ClassDef: _class,
            ast.If: self._if,
            ast.While: _while,
            ast.For: _for,
            ast.AsyncFor: _for,
            ast.With: _with,
            ast.AsyncWith: _with,
            ast.Try: _try,
            ast.TryStar: _try,
            ast.Match: _match,
        }

    def _if(self, statement: ast.If, block: Block) -> Iterator[Block]:
        body, orelse = self._guards.branches(statement.test)
        yield _under(block, statement.body, body)
        if statement.orelse:
            yield _under(block, statement.orelse, orelse)


def _under(block: Block, body: list[ast.stmt], guard: Guard) -> Block:
    return Block(body, block.scope, stronger(block.guard, guard), block.functions)


def _function(statement: Function, block: Block) -> tuple[Block, ...]:
    around = (*block.functions, statement)
    return (Block(statement.body, Scope.FUNCTION, block.guard, around),)


def _class(statement: ast.ClassDef, block: Block) -> tuple[Block, ...]:
    inside = Scope.FUNCTION if block.scope is Scope.FUNCTION else Scope.CLASS
    return (Block(statement.body, inside, block.guard, block.functions),)


def _while(statement: ast.While, block: Block) -> Iterator[Block]:
    yield _under(block, statement.body, Guard.CONDITION)
    yield _under(block, statement.orelse, Guard.CONDITION)


def _for(statement: ast.For | ast.AsyncFor, block: Block) -> Iterator[Block]:
    yield block._replace(body=statement.body)
    yield block._replace(body=statement.orelse)


def _with(statement: ast.With | ast.AsyncWith, block: Block) -> Iterator[Block]:
    suppresses = any(
        isinstance(item.context_expr, ast.Call) and last_name(item.context_expr.func) == "suppress"
        for item in statement.items
    )
    yield _under(block, statement.body, Guard.TRY if suppresses else Guard.NONE)


def _try(statement: ast.Try | ast.TryStar, block: Block) -> Iterator[Block]:
    guard = Guard.TRY if statement.handlers else Guard.NONE
    yield _under(block, statement.body, guard)
    yield _under(block, statement.orelse, guard)
    for handler in statement.handlers:
        yield _under(block, handler.body, guard)
    yield block._replace(body=statement.finalbody)


def _match(statement: ast.Match, block: Block) -> Iterator[Block]:
    for case in statement.cases:
        yield _under(block, case.body, Guard.CONDITION)
