"""Chains as facts: `a.b(c)[d] + e`, where each link holds the one before it on its left.

Such chains get thousands of links long in generated code, so they are read in a loop.
"""

from collections.abc import Callable, Mapping

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.sources.study.operators import BINARY
from archlint.sources.study.reader import Reader


def chain(node: cst.BaseExpression, reader: Reader) -> Expression:
    """Read a chain from its innermost link outwards."""
    links, innermost = _links(node, reader.room)
    reader.depth += len(links)
    read = reader.expression(innermost)
    for link in reversed(links):
        reader.depth -= 1
        read = _READ[type(link)](link, read, reader)
    return read


def _links(
    node: cst.BaseExpression, most: int
) -> tuple[list[cst.BaseExpression], cst.BaseExpression]:
    links: list[cst.BaseExpression] = []
    while len(links) < most:
        inward = _INWARD.get(type(node))
        if inward is None:
            break
        links.append(node)
        node = inward(node)
    return links, node


def _attribute(node: cst.Attribute, receiver: Expression, reader: Reader) -> Expression:
    line = reader.starts[node]
    return Expression(ExpressionKind.ATTRIBUTE, node.attr.value, (receiver,), line)


def _call(node: cst.Call, callee: Expression, reader: Reader) -> Expression:
    parts = (callee, *[argument(arg, reader) for arg in node.args])
    return Expression(ExpressionKind.CALL, "", parts, reader.starts[node])


def argument(node: cst.Arg, reader: Reader) -> Expression:
    """Read an argument of a call, or a base or keyword of a class."""
    value = reader.expression(node.value)
    if node.keyword is not None:
        return Expression(ExpressionKind.KEYWORD, node.keyword.value, (value,), value.line)
    if node.star:
        return Expression(ExpressionKind.STAR, node.star, (value,), value.line)
    return value


def _subscript(node: cst.Subscript, value: Expression, reader: Reader) -> Expression:
    parts = (value, *[_index(element.slice, reader) for element in node.slice])
    return Expression(ExpressionKind.SUBSCRIPT, "", parts, reader.starts[node])


def _index(node: cst.BaseSlice, reader: Reader) -> Expression:
    if isinstance(node, cst.Index):
        value = reader.expression(node.value)
        if node.star:
            return Expression(ExpressionKind.STAR, node.star, (value,), value.line)
        return value
    if isinstance(node, cst.Slice):
        bounds = (node.lower, node.upper, node.step)
        parts = tuple([reader.expression(bound) for bound in bounds if bound is not None])
        return Expression(ExpressionKind.SLICE, "", parts)
    return reader.opaque(node)


def _operation(
    node: cst.BinaryOperation | cst.BooleanOperation, left: Expression, reader: Reader
) -> Expression:
    parts = (left, reader.expression(node.right))
    text = BINARY.get(type(node.operator), "")
    return Expression(ExpressionKind.OPERATION, text, parts, reader.starts[node])


_INWARD: Mapping[type[cst.CSTNode], Callable[..., cst.BaseExpression]] = {
    cst.Attribute: lambda node: node.value,
    cst.Call: lambda node: node.func,
    cst.Subscript: lambda node: node.value,
    cst.BinaryOperation: lambda node: node.left,
    cst.BooleanOperation: lambda node: node.left,
}
_READ: Mapping[type[cst.CSTNode], Callable[..., Expression]] = {
    cst.Attribute: _attribute,
    cst.Call: _call,
    cst.Subscript: _subscript,
    cst.BinaryOperation: _operation,
    cst.BooleanOperation: _operation,
}
