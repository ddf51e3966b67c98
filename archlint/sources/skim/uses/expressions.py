"""Expressions: which of their parts run, which only say types, and which names they bind."""

import ast
from collections.abc import Iterator

from archlint.model.facts.outline import Scope
from archlint.model.facts.uses import Manner
from archlint.sources.skim.dotted import dotted, last_name
from archlint.sources.skim.uses.comments import quoted
from archlint.sources.skim.uses.spots import Reader, Spot, Step, Surroundings, parts

_TYPING = frozenset({"typing", "typing_extensions"})
_TYPE_VARIABLES = frozenset({"TypeVar", "NewType"})
_Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp


def _name(node: ast.Name, spot: Spot, _: Surroundings) -> Iterator[Step]:
    spot.names.bind(node.id)
    return iter(())


def _constant(node: ast.Constant, spot: Spot, _: Surroundings) -> Iterator[Step]:
    """Read the text of an annotation; any other text is none of our business."""
    if spot.manner is not Manner.RUNS:
        for spelled in quoted(node):
            yield spelled, spot.spelling


def _call(node: ast.Call, spot: Spot, around: Surroundings) -> Iterator[Step]:
    """Tell the types that a call takes from its other arguments, which run."""
    running = spot.running
    head, _, function = _callee(node, around).rpartition(".")
    types: tuple[ast.expr, ...] = ()
    if head in _TYPING and function == "cast":
        types = tuple(node.args[:1])
    elif head in _TYPING and function in _TYPE_VARIABLES:
        types = (*node.args[1:], *(k.value for k in node.keywords if k.arg in {"bound", "default"}))
    for child in (node.func, *node.args, *(keyword.value for keyword in node.keywords)):
        yield child, spot.annotating if child in types else running


def _callee(node: ast.Call, around: Surroundings) -> str:
    head, dot, rest = dotted(node.func).partition(".")
    return around.sources.get(head, head) + dot + rest


def _subscript(node: ast.Subscript, spot: Spot, _: Surroundings) -> Iterator[Step]:
    """Read `X[Y]`; of an annotation, not the values in a Literal or what Annotated adds."""
    inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    yield node.value, spot
    generic = last_name(node.value) if spot.manner is not Manner.RUNS else ""
    for number, element in enumerate(inside):
        if generic == "Annotated" and number:
            yield element, spot.running
        elif generic != "Literal" or not isinstance(element, ast.Constant):
            yield element, spot


def _lambda(node: ast.Lambda, spot: Spot, around: Surroundings) -> Iterator[Step]:
    inside = spot.within(Scope.FUNCTION)
    yield from arguments(node.args, (spot, inside), around)
    yield node.body, inside


def arguments(
    node: ast.arguments, spots: tuple[Spot, Spot], around: Surroundings
) -> Iterator[Step]:
    """Bind parameters in the second spot; their defaults and annotations stand in the first."""
    outside, inside = spots
    for default in (*node.defaults, *filter(None, node.kw_defaults)):
        yield default, outside
    extra = filter(None, (node.vararg, node.kwarg))
    for parameter in (*node.posonlyargs, *node.args, *node.kwonlyargs, *extra):
        inside.names.bind(parameter.arg)
        if parameter.annotation:
            yield parameter.annotation, outside.annotating
        for spelled in around.comments.of(parameter):
            yield spelled, outside.spelling


def _comprehension(node: _Comprehension, spot: Spot, _: Surroundings) -> Iterator[Step]:
    """Read a comprehension, of which only the first iterable stands outside."""
    inside = spot.within(Scope.FUNCTION)
    first, *others = node.generators
    yield first.iter, spot
    yield first.target, inside
    for condition in first.ifs:
        yield condition, inside
    for other in others:
        yield from parts(other, inside)
    if isinstance(node, ast.DictComp):
        yield node.key, inside
        yield node.value, inside
    else:
        yield node.elt, inside


EXPRESSIONS: dict[type[ast.AST], Reader] = {
    ast.Name: _name,
    ast.Constant: _constant,
    ast.Call: _call,
    ast.Subscript: _subscript,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _comprehension,
}
