"""Dotted names, as they stand in a syntax tree."""

import ast


def dotted(node: ast.AST) -> str:
    """Return the text of `a.b.c`, or "" when the node is anything but a chain of names."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([node.id, *reversed(names)])


def last_name(node: ast.AST) -> str:
    """Return the `c` of `a.b.c` and of `f().c`, or "" when there is none."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
