"""Statements: which names they bind, and where what they hold stands."""

import ast
from collections.abc import Iterator

from archlint.model.facts.outline import Scope
from archlint.sources.skim.dotted import last_name
from archlint.sources.skim.newer_nodes import TypeAlias
from archlint.sources.skim.uses.expressions import arguments
from archlint.sources.skim.uses.spots import Reader, Spot, Step, Surroundings, parts

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Commented = ast.Assign | ast.For | ast.AsyncFor | ast.With | ast.AsyncWith


def _import(node: ast.Import, spot: Spot, _: Surroundings) -> Iterator[Step]:
    for alias in node.names:
        spot.names.import_name(alias.asname or alias.name.partition(".")[0], node.lineno)
    return iter(())


def _import_from(node: ast.ImportFrom, spot: Spot, _: Surroundings) -> Iterator[Step]:
    for alias in node.names:
        spot.names.import_name(alias.asname or alias.name, node.lineno)
    return iter(())


def _function(node: _Function, spot: Spot, around: Surroundings) -> Iterator[Step]:
    spot.names.bind(node.name)
    for decorator in node.decorator_list:
        yield decorator, spot
    outside = _generic(node, spot)
    inside = outside.within(Scope.FUNCTION)
    yield from _type_parameters(node, outside)
    yield from arguments(node.args, (outside, inside), around)
    if node.returns:
        yield node.returns, outside.annotating
    for spelled in around.comments.of_function(node):
        yield spelled, outside.spelling
    for statement in node.body:
        yield statement, inside


def _class(node: ast.ClassDef, spot: Spot, _: Surroundings) -> Iterator[Step]:
    """Read a class; what stands in the brackets of a base only says types."""
    spot.names.bind(node.name)
    for decorator in node.decorator_list:
        yield decorator, spot
    outside = _generic(node, spot)
    yield from _type_parameters(node, outside)
    for base in node.bases:
        if isinstance(base, ast.Subscript):
            yield base.value, outside
            yield base.slice, outside.annotating
        else:
            yield base, outside
    for keyword in node.keywords:
        yield keyword.value, outside
    inside = outside.within(Scope.CLASS)
    for statement in node.body:
        yield statement, inside


def _generic(node: ast.AST, spot: Spot) -> Spot:
    """Return the spot of a definition: one with its type parameters, if it has any."""
    return spot.within(Scope.FUNCTION) if getattr(node, "type_params", None) else spot


def _type_parameters(node: ast.AST, spot: Spot) -> Iterator[Step]:
    for parameter in getattr(node, "type_params", ()):
        spot.names.bind(parameter.name)
        yield from parts(parameter, spot.annotating)


def _commented(node: _Commented, spot: Spot, around: Surroundings) -> Iterator[Step]:
    """Read a statement that may say the type of what it binds in a comment."""
    yield from parts(node, spot)
    for spelled in around.comments.of(node):
        yield spelled, spot.spelling


def _annotated(node: ast.AnnAssign, spot: Spot, _: Surroundings) -> Iterator[Step]:
    yield node.target, spot
    yield node.annotation, spot.annotating
    if node.value:
        is_alias = last_name(node.annotation) == "TypeAlias"
        yield node.value, spot.annotating if is_alias else spot


def _type_alias(node: TypeAlias, spot: Spot, _: Surroundings) -> Iterator[Step]:
    outside = _generic(node, spot)
    yield node.name, spot
    yield from _type_parameters(node, outside)
    yield node.value, outside.annotating


def _if(node: ast.If, spot: Spot, around: Surroundings) -> Iterator[Step]:
    body, orelse = around.guards.branches(node.test)
    yield node.test, spot
    for statement in node.body:
        yield statement, spot.under(body)
    for statement in node.orelse:
        yield statement, spot.under(orelse)


def _handler(node: ast.ExceptHandler, spot: Spot, _: Surroundings) -> Iterator[Step]:
    if node.name:
        spot.names.bind(node.name)
    return parts(node, spot)


def _global(node: ast.Global, spot: Spot, _: Surroundings) -> Iterator[Step]:
    for name in node.names:
        spot.names.declare(name, spot.names.top)
    return iter(())


def _nonlocal(node: ast.Nonlocal, spot: Spot, _: Surroundings) -> Iterator[Step]:
    for name in node.names:
        spot.names.declare(name, spot.names.function)
    return iter(())


def _captured(node: ast.MatchAs | ast.MatchStar, spot: Spot, _: Surroundings) -> Iterator[Step]:
    if node.name:
        spot.names.bind(node.name)
    return parts(node, spot)


def _mapping(node: ast.MatchMapping, spot: Spot, _: Surroundings) -> Iterator[Step]:
    if node.rest:
        spot.names.bind(node.rest)
    return parts(node, spot)


STATEMENTS: dict[type[ast.AST], Reader] = {
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Assign: _commented,
    ast.AnnAssign: _annotated,
    ast.If: _if,
    ast.For: _commented,
    ast.AsyncFor: _commented,
    ast.With: _commented,
    ast.AsyncWith: _commented,
    ast.ExceptHandler: _handler,
    ast.Global: _global,
    ast.Nonlocal: _nonlocal,
    ast.MatchAs: _captured,
    ast.MatchStar: _captured,
    ast.MatchMapping: _mapping,
    TypeAlias: _type_alias,
}
