"""Folding: how much of a text is known without running the file."""

import ast
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from archlint.sources.skim.definitions import definitions
from archlint.sources.skim.texts import text_of

_CONVERSION = re.compile(r"[%{]")
_DEEPEST = 50
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
    """Folds literals, their concatenations and the constants of a file's top level."""

    def __init__(self, top: Iterable[ast.stmt] = ()) -> None:
        self._constants: dict[str, str] = {}
        statements = tuple(top)
        bound = Counter(d.name for statement in statements for d in definitions(statement))
        for statement in statements:
            name, value = _constant(statement)
            text = self.text(value) if value and bound[name] == 1 else None
            if text and text.is_whole:
                self._constants[name] = text.known

    def text(self, node: ast.expr, depth: int = 0) -> Text | None:
        """Return what is known of the text that an expression gives, None when nothing is."""
        if depth > _DEEPEST:
            return None
        if isinstance(node, ast.Constant):
            literal = text_of(node)
            return None if literal is None else Text(literal, is_whole=True)
        if isinstance(node, ast.Name):
            known = self._constants.get(node.id)
            return None if known is None else Text(known, is_whole=True)
        if isinstance(node, ast.JoinedStr):
            return self._joined(node.values, depth)
        if isinstance(node, ast.BinOp):
            return self._operation(node, depth)
        return self._formatted(node, depth) if isinstance(node, ast.Call) else None

    def _joined(self, parts: Iterable[ast.expr], depth: int) -> Text:
        """Join texts up to the first one that is not known to its end."""
        known = ""
        for part in parts:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            text = None if _is_converted(part) else self.text(inner, depth + 1)
            known += text.known if text else ""
            if not text or not text.is_whole:
                return Text(known, is_whole=False)
        return Text(known, is_whole=True)

    def _operation(self, node: ast.BinOp, depth: int) -> Text | None:
        if isinstance(node.op, ast.Add):
            return self._joined([node.left, node.right], depth)
        return self._template(node.left, depth) if isinstance(node.op, ast.Mod) else None

    def _formatted(self, node: ast.Call, depth: int) -> Text | None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            return self._template(node.func.value, depth)
        return None

    def _template(self, node: ast.expr, depth: int) -> Text | None:
        """Return the beginning of `"a.%s" % b` and of `"a.{}".format(b)`."""
        text = self.text(node, depth + 1)
        return Text(_CONVERSION.split(text.known)[0], is_whole=False) if text else None


def _is_converted(part: ast.expr) -> bool:
    """Whether a part of an f-string is shown as something else than its text."""
    if not isinstance(part, ast.FormattedValue):
        return False
    return part.format_spec is not None or part.conversion not in _AS_TEXT


def _constant(statement: ast.stmt) -> tuple[str, ast.expr | None]:
    """Return the name and value of `NAME = value`."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        return (target.id, statement.value) if isinstance(target, ast.Name) else ("", None)
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id, statement.value
    return "", None
