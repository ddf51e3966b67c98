"""Patterns of `match` as facts: what they capture, and the classes and values that they name."""

from collections.abc import Iterable

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.sources.study.reader import Reader


def value(node: cst.MatchValue | cst.MatchSingleton, reader: Reader) -> Expression:
    """Read a pattern that is a value to compare with."""
    return _pattern(node, "", [reader.expression(node.value)], reader)


def capture(node: cst.MatchAs | cst.MatchStar, reader: Reader) -> Expression:
    """Read `pattern as name`, a bare name, `*name`, or the wildcard, which captures nothing."""
    inner = node.pattern if isinstance(node, cst.MatchAs) else None
    parts = [] if inner is None else [reader.expression(inner)]
    return _pattern(node, node.name.value if node.name else "", parts, reader)


def sequence(node: cst.MatchList | cst.MatchTuple, reader: Reader) -> Expression:
    """Read a pattern of elements."""
    return _pattern(node, "", [_element(element, reader) for element in node.patterns], reader)


def alternatives(node: cst.MatchOr, reader: Reader) -> Expression:
    """Read patterns joined by `|`."""
    parts = [reader.expression(element.pattern) for element in node.patterns]
    return _pattern(node, "", parts, reader)


def mapping(node: cst.MatchMapping, reader: Reader) -> Expression:
    """Read a pattern of keys: a PAIR for each, the text is the name after `**`."""
    parts: list[Expression] = []
    for element in node.elements:
        key = reader.expression(element.key)
        pair = (key, reader.expression(element.pattern))
        parts.append(Expression(ExpressionKind.PAIR, "", pair, key.line))
    return _pattern(node, node.rest.value if node.rest else "", parts, reader)


def instance(node: cst.MatchClass, reader: Reader) -> Expression:
    """Read a pattern of a class: the class, then what its attributes must match."""
    parts = [reader.expression(node.cls)]
    parts.extend(_element(element, reader) for element in node.patterns)
    for element in node.kwds:
        inner = reader.expression(element.pattern)
        parts.append(Expression(ExpressionKind.KEYWORD, element.key.value, (inner,), inner.line))
    return _pattern(node, "", parts, reader)


def _element(node: cst.MatchSequenceElement | cst.MatchStar, reader: Reader) -> Expression:
    if isinstance(node, cst.MatchStar):
        return capture(node, reader)
    return reader.expression(node.value)


def _pattern(
    node: cst.CSTNode, captured: str, parts: Iterable[Expression], reader: Reader
) -> Expression:
    return Expression(ExpressionKind.PATTERN, captured, tuple(parts), reader.starts[node])
