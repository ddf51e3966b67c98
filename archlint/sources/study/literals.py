"""Literals as facts: strings, numbers and constants, evaluated without running anything."""

import ast
import warnings
from collections.abc import Iterator
from itertools import chain

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.sources.study.reader import Reader

_CONSTANTS = frozenset({"None", "True", "False"})


def name(node: cst.Name, reader: Reader) -> Expression:
    """Read a name, or one of the constants that LibCST takes for names."""
    kind = ExpressionKind.CONSTANT if node.value in _CONSTANTS else ExpressionKind.NAME
    return Expression(kind, node.value, (), reader.starts[node])


def ellipsis(node: cst.Ellipsis, reader: Reader) -> Expression:
    """Read `...`."""
    return Expression(ExpressionKind.CONSTANT, "...", (), reader.starts[node])


def number(node: cst.Integer | cst.Float | cst.Imaginary, reader: Reader) -> Expression:
    """Read a number as it is written."""
    return Expression(ExpressionKind.NUMBER, node.value, (), reader.starts[node])


def string(node: cst.SimpleString, reader: Reader) -> Expression:
    """Read a plain string, or bytes, whose value is not kept."""
    line = reader.starts[node]
    if "b" in node.prefix:
        return Expression(ExpressionKind.BYTES, "", (), line)
    return Expression(ExpressionKind.STRING, _value(node), (), line)


def formatted(node: cst.FormattedString | cst.TemplatedString, reader: Reader) -> Expression:
    """Read an f-string or t-string: its texts and the expressions between them."""
    parts = tuple(_formatted_parts(node, reader))
    return Expression(ExpressionKind.FORMATTED, "", parts, reader.starts[node])


def joined(node: cst.ConcatenatedString, reader: Reader) -> Expression:
    """Read strings that stand side by side as the one string they are."""
    pieces = [reader.expression(piece) for piece in _pieces(node)]
    line = reader.starts[node]
    kinds = {piece.kind for piece in pieces}
    if ExpressionKind.BYTES in kinds:
        return Expression(ExpressionKind.BYTES, "", (), line)
    if kinds == {ExpressionKind.STRING}:
        text = "".join(piece.text for piece in pieces)
        return Expression(ExpressionKind.STRING, text, (), line)
    parts = [(piece,) if piece.kind is ExpressionKind.STRING else piece.parts for piece in pieces]
    return Expression(ExpressionKind.FORMATTED, "", tuple(chain.from_iterable(parts)), line)


def _pieces(node: cst.BaseString) -> Iterator[cst.BaseString]:
    while isinstance(node, cst.ConcatenatedString):
        yield node.left
        node = node.right
    yield node


def _formatted_parts(
    node: cst.FormattedString | cst.TemplatedString, reader: Reader
) -> Iterator[Expression]:
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText | cst.TemplatedStringText):
            yield Expression(
                ExpressionKind.STRING, _text(part.value, node), (), reader.starts[node]
            )
        elif isinstance(part, cst.FormattedStringExpression | cst.TemplatedStringExpression):
            yield from _replacement(part, reader)


def _replacement(
    part: cst.FormattedStringExpression | cst.TemplatedStringExpression, reader: Reader
) -> Iterator[Expression]:
    yield reader.expression(part.expression)
    for inner in part.format_spec or ():
        if isinstance(inner, cst.FormattedStringExpression | cst.TemplatedStringExpression):
            yield from _replacement(inner, reader)


def _text(written: str, node: cst.FormattedString | cst.TemplatedString) -> str:
    text = written.replace("{{", "{").replace("}}", "}")
    if "\\" not in text or "r" in node.prefix:
        return text
    quote = node.quote
    return _evaluated(f"{quote}{text}{quote}", otherwise=text)


def _value(node: cst.SimpleString) -> str:
    inside = node.raw_value
    if "\\" not in inside or "r" in node.prefix:
        return inside.replace("\r\n", "\n")
    return _evaluated(node.value, otherwise=inside)


def _evaluated(literal: str, otherwise: str) -> str:
    """Evaluate the escapes of a string; a lone surrogate, which cannot be stored, becomes `?`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            value = ast.literal_eval(literal)
        except (ValueError, SyntaxError, MemoryError):
            return otherwise
    return str(value).encode("utf-8", "replace").decode("utf-8")
