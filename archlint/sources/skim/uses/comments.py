"""Type comments, and annotations in quotes, as expressions at the place where they stand."""

import ast
from collections.abc import Iterator

SIGN = b"# type:"


class Comments:
    """Reads the types that a file says in texts."""

    def __init__(self, source: bytes) -> None:
        self._lines = source.splitlines() if SIGN in source else []

    def of_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[ast.expr]:
        """Yield the types in the comment of a function."""
        if node.type_comment:
            line, column = self._place(node.lineno, node.body[0].lineno)
            yield from _parsed(node.type_comment, line, column)

    def of(self, node: ast.AST) -> Iterator[ast.expr]:
        """Yield the types in the comment of any other node that can have one."""
        text = getattr(node, "type_comment", None)
        if text:
            line = int(getattr(node, "lineno", 1))
            body = getattr(node, "body", None)
            end = body[0].lineno if body else int(getattr(node, "end_lineno", line))
            yield from _parsed(text, *self._place(line, end))

    def _place(self, start: int, end: int) -> tuple[int, int]:
        for number in range(start, min(end, len(self._lines)) + 1):
            column = self._lines[number - 1].find(SIGN)
            if column >= 0:
                return number, column
        return start, 0


def quoted(node: ast.Constant) -> Iterator[ast.expr]:
    """Yield the expression that an annotation in quotes spells."""
    if isinstance(node.value, str):
        yield from _parsed(node.value.strip(), node.lineno, node.col_offset)


def _parsed(text: str, line: int, column: int) -> Iterator[ast.expr]:
    try:
        if text.startswith("("):
            signature = ast.parse(text, mode="func_type")
            found = [*signature.argtypes, signature.returns]
        else:
            found = [ast.parse(text, mode="eval").body]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for expression in found:
        for node in ast.walk(expression):
            if isinstance(node, ast.expr):
                node.lineno, node.col_offset = line, column
        yield expression
