"""Annotations as facts: the strings in them are the types they spell."""

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.sources.study.expressions import CONVERTERS
from archlint.sources.study.guard import refuse_crashers
from archlint.sources.study.lines import Starts
from archlint.sources.study.reader import Reader
from archlint.sources.unreadable import UnreadableError

_LONGEST = 1000
"""No type is spelled in more characters; a longer string is some other text."""

_OPEN = frozenset(
    {ExpressionKind.LIST, ExpressionKind.TUPLE, ExpressionKind.OPERATION, ExpressionKind.STAR}
)


def annotation(node: cst.BaseExpression, reader: Reader) -> Expression:
    """Read an annotation: a string in it is parsed, unless it stands in `Literal[...]`."""
    return spelled(reader.expression(node))


def spelled(written: Expression) -> Expression:
    """Return a type with the strings in it parsed: those that stand where a type could."""
    if written.kind is ExpressionKind.STRING:
        return _parsed(written)
    if written.kind is ExpressionKind.SUBSCRIPT:
        return _subscript(written)
    if written.kind in _OPEN:
        return written._replace(parts=tuple([spelled(part) for part in written.parts]))
    return written


def _subscript(written: Expression) -> Expression:
    value, *indices = written.parts
    name = value.text
    if name == "Literal":
        return written
    if name == "Annotated":
        first, *notes = indices
        return written._replace(parts=(value, spelled(first), *notes))
    return written._replace(parts=(value, *[spelled(index) for index in indices]))


def _parsed(written: Expression) -> Expression:
    text = written.text.strip()
    if text.isidentifier():
        kind = ExpressionKind.CONSTANT if text == "None" else ExpressionKind.NAME
        return Expression(kind, text, (), written.line)
    if not text or len(text) > _LONGEST:
        return written
    try:
        refuse_crashers(text.encode())
        node = cst.parse_expression(text)
    except (cst.ParserSyntaxError, UnreadableError):
        return written
    return spelled(Reader(Starts(written.line), CONVERTERS).expression(node))
