"""Folding: how much of a text is known without running the file."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from archlint.sources.skim.bindings import Bindings, Function, bindings_of, parts_of
from archlint.sources.skim.templates import formatted, interpolated
from archlint.sources.skim.texts import text_of

_DEEPEST = 50
_LONGEST = 1000
_AS_TEXT = frozenset({-1, ord("s")})


class Text(NamedTuple):
    """A text of which the beginning is known, or all of it."""

    known: str
    is_whole: bool

    @property
    def whole(self) -> str:
        """The text, "" when only its beginning is known."""
        return self.known if self.is_whole else ""

    @property
    def prefix(self) -> str:
        """The text, or of a beginning what stands before its last dot: complete names only."""
        return self.known if self.is_whole else self.known.rpartition(".")[0]


class Folding:
    """Folds literals, what is put together from them, and names that stand for nothing else."""

    def __init__(self, parts: Sequence[ast.AST], outer: "Folding | None" = None) -> None:
        self._parts = parts
        self._outer = outer
        self._texts: dict[str, Text | None] = {}
        self._inner: dict[Function, Folding] = {}

    def within(self, functions: Sequence[Function]) -> "Folding":
        """Return the folding in nested functions, the outermost one first."""
        if not functions:
            return self
        function, *others = functions
        if function not in self._inner:
            self._inner[function] = Folding(parts_of(function), self)
        return self._inner[function].within(others)

    def value(self, name: str) -> ast.expr | None:
        """Return the expression that a name stands for, None where it may be something else."""
        if name in self._bindings.names or self._outer is None:
            return self._bindings.values.get(name)
        return self._outer.value(name)

    def text(self, node: ast.expr, depth: int = 0) -> Text | None:
        """Return what is known of the text that an expression gives, None when nothing is."""
        if depth > _DEEPEST:
            return None
        if isinstance(node, ast.Constant):
            literal = text_of(node)
            return None if literal is None else Text(literal, is_whole=True)
        if isinstance(node, ast.Name):
            return self._named(node, depth)
        if isinstance(node, ast.JoinedStr):
            return self._joined(node.values, depth)
        if isinstance(node, ast.BinOp):
            return self._operation(node, depth)
        return self._method(node, depth) if isinstance(node, ast.Call) else None

    @cached_property
    def _bindings(self) -> Bindings:
        """The names of the scope, which are gathered when the first one is asked for."""
        return bindings_of(self._parts)

    def _named(self, node: ast.Name, depth: int) -> Text | None:
        name = node.id
        if name not in self._bindings.names:
            return self._outer.text(node, depth) if self._outer else None
        if name not in self._texts:
            self._texts[name] = None  # of a name that is made of itself, nothing is known
            value = self._bindings.values.get(name)
            self._texts[name] = self.text(value, depth + 1) if value else None
        return self._texts[name]

    def _joined(self, parts: Iterable[ast.expr], depth: int) -> Text:
        """Join texts up to the first one that is not known to its end."""
        known = ""
        for part in parts:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            text = None if _is_converted(part) else self.text(inner, depth + 1)
            known += text.known if text else ""
            if not text or not text.is_whole or len(known) > _LONGEST:
                return Text(known, is_whole=False)
        return Text(known, is_whole=True)

    def _operation(self, node: ast.BinOp, depth: int) -> Text | None:
        if isinstance(node.op, ast.Add):
            return self._joined([node.left, node.right], depth)
        if not isinstance(node.op, ast.Mod):
            return None
        template = self._whole(node.left, depth)
        return self._joined(interpolated(template, node.right), depth) if template else None

    def _method(self, node: ast.Call, depth: int) -> Text | None:
        """Return what is known of `"...".format(...)` and of `".".join([...])`."""
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if method not in {"format", "join"} or not isinstance(node.func, ast.Attribute):
            return None
        text = self._whole(node.func.value, depth)
        if not text:
            return None
        if method == "format":
            return self._joined(formatted(text, node), depth)
        parts = node.args[0] if len(node.args) == 1 else None
        if isinstance(parts, ast.List | ast.Tuple):
            return self._joined(_between(ast.Constant(value=text), parts.elts), depth)
        return None

    def _whole(self, node: ast.expr, depth: int) -> str:
        text = self.text(node, depth + 1)
        return text.whole if text else ""


def _between(separator: ast.expr, parts: Iterable[ast.expr]) -> Iterator[ast.expr]:
    for number, part in enumerate(parts):
        if number:
            yield separator
        yield part


def _is_converted(part: ast.expr) -> bool:
    """Whether a part of an f-string is shown as something else than its text."""
    if not isinstance(part, ast.FormattedValue):
        return False
    return part.format_spec is not None or part.conversion not in _AS_TEXT
