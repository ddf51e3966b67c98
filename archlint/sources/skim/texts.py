"""Texts: what a string literal says."""

import ast


def text_of(node: ast.AST | None) -> str | None:
    """Return the text of a string literal, and None of anything else.

    Half a surrogate pair, which can be neither sent nor stored, becomes a question mark.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.encode("utf-8", "replace").decode("utf-8")
    return None
