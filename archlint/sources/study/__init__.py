"""The study of a file: from its source to its structure, by way of a LibCST tree."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst

from archlint.model.facts.bodies import Body
from archlint.model.facts.structure import Structure
from archlint.sources.study import compound, definitions, expressions, simple
from archlint.sources.study.guard import refuse_crashers
from archlint.sources.study.lines import lines_of
from archlint.sources.study.reader import Reader
from archlint.sources.study.scope import Scope
from archlint.sources.unreadable import UnreadableError

_STATEMENTS = {**simple.CONVERTERS, **compound.CONVERTERS, **definitions.CONVERTERS}
_PLACE = re.compile(r"error at (\d+):(\d+)")
_DEEP = 50_000
"""Frames that one file may need: those of pure Python take no room on the machine's stack."""


def study(source: bytes) -> Structure:
    """Read the classes, functions and bodies of a file; raise `UnreadableError` if that fails."""
    refuse_crashers(source)
    try:
        with _room_on_the_stack():
            return _structure(_parsed(source))
    except RecursionError:  # Python 3.12 bounds the depth of calls into C, whatever limit is set
        raise UnreadableError("nested too deeply to be studied") from None


def _structure(module: cst.Module) -> Structure:
    lines = lines_of(module)
    scope = Scope(lines, Reader(lines.starts, expressions.CONVERTERS), _STATEMENTS)
    body = definitions.without_docstring(scope.body(module.body))
    return Structure(
        code=Body.of(definitions.beside_definitions(body)),
        classes=tuple(scope.classes),
        functions=tuple(scope.functions),
    )


def _parsed(source: bytes) -> cst.Module:
    try:
        return cst.parse_module(source)
    except cst.ParserSyntaxError as error:
        raise _unreadable(error) from error
    except (SyntaxError, UnicodeError, LookupError) as error:
        raise UnreadableError(f"cannot be decoded: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of the parser's language; not importable
            raise
        raise UnreadableError("LibCST gives up on it") from error


def _unreadable(error: cst.ParserSyntaxError) -> UnreadableError:
    """Take the place from the message: the error itself often names the first line instead."""
    place = _PLACE.search(error.message)
    line, column = map(int, place.groups()) if place else (error.raw_line, error.raw_column)
    return UnreadableError(
        "syntax error, or syntax that LibCST does not know", line, max(column, 1)
    )


@contextmanager
def _room_on_the_stack() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEP))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
