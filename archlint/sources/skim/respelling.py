"""Respelling: generic definitions and type aliases, written so that an older Python reads them.

Python has them since 3.12. What is written instead takes as many bytes and lines: everything else
keeps its place, and the interpreter's own parser reads a file much faster than LibCST.
"""

import ast
import re

from archlint.sources.skim.blocks import blocks
from archlint.sources.skim.newer_nodes import TypeAlias
from archlint.sources.skim.type_parameters import type_parameters

_PLAIN = rb"[^\[\]#'\"\\]++|'[^'\\\n]*+'|\"[^\"\\\n]*+\""
_INSIDE = _PLAIN
for _ in range(3):  # bounds nest their brackets hardly deeper; LibCST reads what does
    _INSIDE = rb"(?:" + _PLAIN + rb"|\[(?:" + _INSIDE + rb")*+\])"
_HEAD = re.compile(
    rb"^(?P<indent>[ \t]*+)(?P<keyword>type|class|(?:async[ \t]++)?def)[ \t]++"
    rb"(?P<name>[\w\x80-\xff]++)[ \t]*+"
    rb"(?:\[(?P<parameters>" + _INSIDE + rb"*+)\])?+[ \t]*+(?P<end>=(?!=)|[(:])",
    re.MULTILINE,
)
_ALIAS = b"type"
_ENDS = {_ALIAS: b"=", b"class": b"(:"}
_VISIBLE = re.compile(rb"[^\r\n]")

_Head = re.Match[bytes]
_Heads = dict[tuple[int, int], _Head]
"""The heads of statements in newer syntax, by the line and the column where they start."""


def parse_respelled(source: bytes, *, type_comments: bool = False) -> ast.Module | None:
    """Return the tree of a file, None where nothing of this is in it, or other newer syntax."""
    heads = {_place(head): head for head in _HEAD.finditer(source) if _is_newer(head)}
    if not heads:
        return None
    try:
        tree = ast.parse(_HEAD.sub(_respelled, source), type_comments=type_comments)
        _restore(tree, heads)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return None if heads else tree  # what is left stands in a text


def _place(head: _Head) -> tuple[int, int]:
    return head.string.count(b"\n", 0, head.start()) + 1, len(head["indent"])


def _is_newer(head: _Head) -> bool:
    is_news = head["keyword"] == _ALIAS or head["parameters"] is not None
    return is_news and head["end"] in _ENDS.get(head["keyword"], b"(")


def _respelled(head: _Head) -> bytes:
    """Return `def f(` for `def f[T](`, `class A():` for `class A[T]:`, and `A:_ =` for an alias."""
    if not _is_newer(head):
        return head[0]
    is_generic = head["parameters"] is not None
    opening = head.start("parameters") - 1 if is_generic else head.start("end")
    before = head.string[head.start() : opening]
    if head["keyword"] == _ALIAS:
        before = (head["indent"] + head["name"] + b":_").ljust(len(before))
    return before + _in_parentheses(head, opening)


def _in_parentheses(head: _Head, opening: int) -> bytes:
    """Return what follows the name, with parentheses for the brackets and nothing in them."""
    text = head.string[opening : head.end()]
    if head["parameters"] is None:
        return text
    if head["end"] == b"(":
        return b"(" + _blank(text[1:])
    closing = head.end("parameters") + 1
    return b"(" + _blank(head["parameters"]) + b")" + head.string[closing : head.end()]


def _blank(text: bytes) -> bytes:
    return _VISIBLE.sub(b" ", text)


def _restore(tree: ast.Module, heads: _Heads) -> None:
    """Give statements back what they had in newer syntax, and drop their heads."""
    for block in blocks(tree):
        for number, statement in enumerate(block.body):
            if head := heads.pop((statement.lineno, statement.col_offset), None):
                block.body[number] = _restored(statement, head)


def _restored(statement: ast.stmt, head: _Head) -> ast.stmt:
    column = head.start("parameters") - head.start()
    parameters = [*type_parameters(head["parameters"], statement.lineno, column)]
    if isinstance(statement, ast.AnnAssign) and statement.value:
        alias = TypeAlias(statement.target, parameters, statement.value)
        return ast.copy_location(alias, statement)
    vars(statement)["type_params"] = parameters
    return statement
