"""Parsing: bytes to a syntax tree, by the running interpreter or, for newer syntax, by LibCST."""

import ast
import io
import re
import sys
import tokenize
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from archlint.sources.unreadable import UnreadableError

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")


def plain_column(node: ast.AST) -> int:
    """Return the column of a node as its parser counts."""
    return int(getattr(node, "col_offset", 0))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A syntax tree; `column` gives the column of a node in characters, counted from 0.

    `is_newer` says that the running interpreter does not know the syntax.
    """

    tree: ast.Module
    column: Callable[[ast.AST], int] = plain_column
    is_newer: bool = False


def parse(source: bytes) -> Parsed:
    """Return the syntax tree of a file; raise UnreadableError when there is none."""
    try:
        return _parse(source)
    except SyntaxError as error:
        return _parse_newer(source, error)
    except (RecursionError, MemoryError) as error:
        raise UnreadableError("nested too deeply to be read") from error
    except ValueError as error:  # a null byte, before Python 3.12
        raise UnreadableError(str(error)) from error


def parse_with_comments(source: bytes) -> Parsed:
    """Return the syntax tree with its type comments, where they can be read, else without."""
    try:
        return _parse(source, type_comments=True)
    except (SyntaxError, RecursionError, MemoryError, ValueError):
        return parse(source)


def _parse(source: bytes, *, type_comments: bool = False) -> Parsed:
    """Read a file with the running interpreter's own parser."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = _tree(source, type_comments=type_comments)
    return Parsed(tree, plain_column if source.isascii() else Columns(source).column)


def _tree(source: bytes, *, type_comments: bool) -> ast.Module:
    try:
        return ast.parse(source, type_comments=type_comments)
    except SyntaxError:
        if respelled := _respelled(source, type_comments=type_comments):
            return respelled
        raise


def _respelled(source: bytes, *, type_comments: bool) -> ast.Module | None:
    if sys.version_info >= (3, 13):  # it knows whatever can be spelled otherwise
        return None
    from archlint.sources.skim.respelling import parse_respelled

    return parse_respelled(source, type_comments=type_comments)


def _parse_newer(source: bytes, error: SyntaxError) -> Parsed:
    """Read a file with LibCST, whose grammar does not depend on the running interpreter."""
    from archlint.sources.skim.newer import parse_newer

    tree = parse_newer(source)
    if tree is None:
        raise UnreadableError(
            error.msg, max(error.lineno or 1, 1), max(error.offset or 1, 1)
        ) from error
    return Parsed(tree, is_newer=True)


class Columns:
    """Columns in characters, for a file where the parser's count of UTF-8 bytes differs."""

    def __init__(self, source: bytes) -> None:
        self._source = source

    def column(self, node: ast.AST) -> int:
        """Return the column of a node in characters."""
        offset = plain_column(node)
        if not offset:
            return 0
        line = self._lines[int(getattr(node, "lineno", 1)) - 1]
        return len(line.encode()[:offset].decode(errors="replace"))

    @cached_property
    def _lines(self) -> list[str]:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(self._source).readline)
        return _LINE.findall(self._source.decode(encoding))
