"""Patterns of LibCST as those of the standard library: which names they bind, and which they use.

What only holds other patterns becomes a choice between them.
"""

import ast
from collections.abc import Callable, Iterator
from typing import Any

import libcst as cst

from archlint.sources.skim.newer_expressions import Expressions


class Patterns:
    """Turns the patterns of `match`."""

    def __init__(self, expressions: Expressions) -> None:
        self._read = expressions.read
        # `Any`: each reader takes the one type of node that it is listed under
        self._readers: dict[type[cst.CSTNode], Callable[[Any], ast.pattern]] = {
            cst.MatchAs: self._as,
            cst.MatchStar: _star,
            cst.MatchMapping: self._mapping,
            cst.MatchClass: self._class,
            cst.MatchValue: self._value,
        }

    def pattern(self, node: cst.CSTNode) -> ast.pattern:
        """Return a pattern."""
        reader = self._readers.get(type(node))
        return reader(node) if reader else ast.MatchOr(patterns=self._inner(node))

    def _inner(self, node: cst.CSTNode) -> list[ast.pattern]:
        return [self.pattern(inner) for inner in _patterns(node)]

    def _as(self, node: cst.MatchAs) -> ast.pattern:
        inner = self.pattern(node.pattern) if node.pattern else None
        return ast.MatchAs(pattern=inner, name=_name(node.name))

    def _mapping(self, node: cst.MatchMapping) -> ast.pattern:
        keys = [self._read(element.key) for element in node.elements]
        return ast.MatchMapping(keys=keys, patterns=self._inner(node), rest=_name(node.rest))

    def _class(self, node: cst.MatchClass) -> ast.pattern:
        return ast.MatchClass(
            cls=self._read(node.cls), patterns=self._inner(node), kwd_attrs=[], kwd_patterns=[]
        )

    def _value(self, node: cst.MatchValue) -> ast.pattern:
        return ast.MatchValue(value=self._read(node.value))


def _star(node: cst.MatchStar) -> ast.pattern:
    return ast.MatchStar(name=_name(node.name))


def _name(node: cst.Name | None) -> str | None:
    return node.value if node else None


def _patterns(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield the patterns that stand directly in another one, or in its elements."""
    for child in node.children:
        if isinstance(child, cst.MatchPattern | cst.MatchStar):
            yield child
        elif not isinstance(child, cst.BaseExpression):
            yield from _patterns(child)
