"""Definitions: the names that a file binds at its top level by something else than an import."""

import ast
from collections.abc import Callable, Iterator
from itertools import repeat
from typing import Any

from archlint.model.facts.outline import Definition, DefinitionKind
from archlint.sources.skim.dotted import dotted
from archlint.sources.skim.newer_nodes import TypeAlias


def definitions(statement: ast.stmt) -> Iterator[Definition]:
    """Yield the names that one statement binds, not those of statements nested in it."""
    reader = _READERS.get(type(statement))
    return reader(statement) if reader else iter(())


def _class(statement: ast.ClassDef) -> Iterator[Definition]:
    bases = tuple(filter(None, map(_base, statement.bases)))
    decorators = tuple(filter(None, map(_decorator, statement.decorator_list)))
    yield Definition(
        statement.name,
        DefinitionKind.CLASS,
        statement.lineno,
        bases=bases,
        decorators=decorators,
    )


def _base(node: ast.expr) -> str:
    """Return a base class as a dotted name, with "()" behind the function that makes it."""
    if isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Call):
        callee = dotted(node.func)
        return f"{callee}()" if callee else ""
    return dotted(node)


def _decorator(node: ast.expr) -> str:
    return dotted(node.func if isinstance(node, ast.Call) else node)


def _function(statement: ast.FunctionDef) -> Iterator[Definition]:
    yield Definition(statement.name, DefinitionKind.FUNCTION, statement.lineno)


def _assign(statement: ast.Assign) -> Iterator[Definition]:
    for target in statement.targets:
        yield from _bind(target, statement.value, statement.lineno)


def _annotated(statement: ast.AnnAssign) -> Iterator[Definition]:
    if statement.value is not None:
        yield from _bind(statement.target, statement.value, statement.lineno)


def _bind(target: ast.expr, value: ast.expr | None, line: int) -> Iterator[Definition]:
    if isinstance(target, ast.Name):
        yield _value(target.id, value, line)
    elif isinstance(target, ast.Tuple | ast.List):
        for inner, part in zip(target.elts, _parts(value, len(target.elts)), strict=False):
            yield from _bind(inner, part, line)
    elif isinstance(target, ast.Starred):
        yield from _bind(target.value, None, line)


def _parts(value: ast.expr | None, length: int) -> Iterator[ast.expr | None]:
    """Yield what each of `length` targets gets: the elements of a tuple, or nothing known."""
    if not isinstance(value, ast.Tuple | ast.List) or len(value.elts) != length:
        return repeat(None, length)
    if any(isinstance(element, ast.Starred) for element in value.elts):
        return repeat(None, length)
    return iter(value.elts)


def _value(name: str, value: ast.expr | None, line: int) -> Definition:
    if isinstance(value, ast.Call):
        return Definition(name, DefinitionKind.CALL, line, dotted(value.func))
    target = dotted(value) if value else ""
    kind = DefinitionKind.ALIAS if target else DefinitionKind.VALUE
    return Definition(name, kind, line, target)


def _loop(statement: ast.For) -> Iterator[Definition]:
    yield from _bind(statement.target, None, statement.lineno)


def _with(statement: ast.With) -> Iterator[Definition]:
    for item in statement.items:
        if item.optional_vars is not None:
            yield from _bind(item.optional_vars, None, statement.lineno)


def _type_alias(statement: TypeAlias) -> Iterator[Definition]:
    yield from _bind(statement.name, statement.value, statement.lineno)


# `Any`: each reader takes the one type of statement that it is listed under
_READERS: dict[type[ast.stmt], Callable[[Any], Iterator[Definition]]] = {
    ast.ClassDef: _class,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.For: _loop,
    ast.AsyncFor: _loop,
    ast.With: _with,
    ast.AsyncWith: _with,
    TypeAlias: _type_alias,
}
