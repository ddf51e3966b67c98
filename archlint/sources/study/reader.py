"""The reader of expressions: finds the way from a LibCST node to a fact, and bounds the depth."""

from collections.abc import Callable, Iterator, Mapping

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.sources.study.lines import Starts

Converter = Callable[..., Expression]
"""Takes a node and the reader; what node is decided by the table it stands in."""

DEEPEST = 150
"""Facts serialise and compare by recursion; what lies deeper than this is told flat."""


class Reader:
    """Turns expressions of one tree into facts with a table of converters."""

    __slots__ = ("converters", "depth", "starts")

    def __init__(self, starts: Starts, converters: Mapping[type[cst.CSTNode], Converter]) -> None:
        self.starts = starts
        self.converters = converters
        self.depth = 0

    @property
    def room(self) -> int:
        """How many levels may still be nested here."""
        return DEEPEST - self.depth

    def expression(self, node: cst.CSTNode) -> Expression:
        """Read an expression; what is unknown or nested too deeply becomes OPAQUE."""
        if self.depth >= DEEPEST and not isinstance(node, _LEAVES):
            return self.flat(node)
        self.depth += 1
        converter = self.converters.get(type(node))
        read = converter(node, self) if converter else self.opaque(node)
        self.depth -= 1
        return read

    def opaque(self, node: cst.CSTNode) -> Expression:
        """Read what no converter knows: the expressions inside, whatever they mean."""
        parts = tuple(self.expression(inner) for inner in self._known_inside(node))
        return Expression(ExpressionKind.OPAQUE, "", parts, self.starts[node])

    def flat(self, node: cst.CSTNode) -> Expression:
        """Read the names and literals in an expression and leave out how they are combined."""
        parts = tuple(self.converters[type(leaf)](leaf, self) for leaf in _leaves(node))
        return Expression(ExpressionKind.OPAQUE, "", parts, self.starts[node])

    def _known_inside(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        waiting = [*reversed(node.children)]
        while waiting:
            inner = waiting.pop()
            if type(inner) in self.converters:
                yield inner
            else:
                waiting.extend(reversed(inner.children))


_LEAVES = (cst.Name, cst.SimpleString, cst.Integer, cst.Float, cst.Imaginary, cst.Ellipsis)


def _leaves(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, _LEAVES):
            yield inner
        elif isinstance(inner, cst.Attribute | cst.Arg):
            waiting.append(inner.value)  # the names beside it are no variables
        else:
            waiting.extend(reversed(inner.children))
