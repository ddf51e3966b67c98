"""Displays as facts: lists, tuples, sets, dictionaries and the comprehensions that make them."""

from collections.abc import Mapping

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.sources.study.reader import Reader

_KINDS: Mapping[type[cst.CSTNode], ExpressionKind] = {
    cst.List: ExpressionKind.LIST,
    cst.Tuple: ExpressionKind.TUPLE,
    cst.Set: ExpressionKind.SET,
}
_MAKES: Mapping[type[cst.CSTNode], str] = {
    cst.ListComp: "list",
    cst.SetComp: "set",
    cst.GeneratorExp: "generator",
}


def display(node: cst.List | cst.Tuple | cst.Set, reader: Reader) -> Expression:
    """Read a list, tuple or set."""
    parts = tuple([_element(element, reader) for element in node.elements])
    return Expression(_KINDS[type(node)], "", parts, reader.starts[node])


def dictionary(node: cst.Dict, reader: Reader) -> Expression:
    """Read a dictionary."""
    parts = tuple([_entry(element, reader) for element in node.elements])
    return Expression(ExpressionKind.DICT, "", parts, reader.starts[node])


def comprehension(
    node: cst.ListComp | cst.SetComp | cst.GeneratorExp, reader: Reader
) -> Expression:
    """Read a list or set comprehension or a generator expression."""
    return _comprehension(node, _MAKES[type(node)], reader.expression(node.elt), reader)


def dict_comprehension(node: cst.DictComp, reader: Reader) -> Expression:
    """Read a dictionary comprehension."""
    return _comprehension(node, "dict", _pair(node, reader), reader)


def starred_dict_comprehension(node: cst.StarredDictComp, reader: Reader) -> Expression:
    """Read `{**a for a in b}`."""
    value = reader.expression(node.value)
    element = Expression(ExpressionKind.STAR, "**", (value,), value.line)
    return _comprehension(node, "dict", element, reader)


def starred(node: cst.StarredElement, reader: Reader) -> Expression:
    """Read `*a` where it stands as an expression."""
    value = reader.expression(node.value)
    return Expression(ExpressionKind.STAR, "*", (value,), value.line)


def _element(node: cst.BaseElement, reader: Reader) -> Expression:
    if isinstance(node, cst.StarredElement):
        return starred(node, reader)
    return reader.expression(node.value)


def _entry(node: cst.BaseDictElement, reader: Reader) -> Expression:
    if isinstance(node, cst.DictElement):
        return _pair(node, reader)
    value = reader.expression(node.value)
    return Expression(ExpressionKind.STAR, "**", (value,), value.line)


def _pair(node: cst.DictElement | cst.DictComp, reader: Reader) -> Expression:
    key = reader.expression(node.key)
    return Expression(ExpressionKind.PAIR, "", (key, reader.expression(node.value)), key.line)


def _comprehension(
    node: cst.BaseComp, makes: str, element: Expression, reader: Reader
) -> Expression:
    parts = [element]
    clause: cst.CompFor | None = node.for_in
    while clause is not None:
        parts.append(_clause(clause, reader))
        clause = clause.inner_for_in
    return Expression(ExpressionKind.COMPREHENSION, makes, tuple(parts), reader.starts[node])


def _clause(node: cst.CompFor, reader: Reader) -> Expression:
    target = reader.expression(node.target)
    conditions = [reader.expression(condition.test) for condition in node.ifs]
    parts = (target, reader.expression(node.iter), *conditions)
    text = "async" if node.asynchronous else ""
    return Expression(ExpressionKind.CLAUSE, text, parts, target.line)
