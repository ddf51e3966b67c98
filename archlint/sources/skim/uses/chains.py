"""Chains of names in a file, to which `getattr` with a literal adds one as well as a dot does."""

import ast
from collections.abc import Sequence
from typing import NamedTuple

from archlint.sources.skim.dotted import dotted
from archlint.sources.skim.texts import text_of

_GETTER = "getattr"
_GIVEN = (2, 3)


class Chain(NamedTuple):
    """A chain, "" where there is none, and the defaults that stand in it."""

    names: str
    defaults: Sequence[ast.expr] = ()


NO_CHAIN = Chain("")


def chain(node: ast.AST) -> Chain:
    """Return the chain of names that an expression uses: `a.b.c`, or `getattr(a, "b").c`."""
    if isinstance(node, ast.Name):
        return Chain(node.id) if isinstance(node.ctx, ast.Load) else NO_CHAIN
    if isinstance(node, ast.Attribute):
        return Chain(found) if (found := dotted(node)) else _followed(node)
    return _followed(node) if isinstance(node, ast.Call) and _asked(node) else NO_CHAIN


def _followed(node: ast.AST) -> Chain:
    """Return a chain that has at least one `getattr` in it."""
    names: list[str] = []
    defaults: list[ast.expr] = []
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Call) and (name := _asked(node)):
            names.append(name)
            defaults.extend(node.args[2:])
            node = node.args[0]
        else:
            return NO_CHAIN
    return Chain(".".join([node.id, *reversed(names)]), defaults)


def _asked(node: ast.Call) -> str:
    """Return the `b` of `getattr(a, "b")`."""
    if not isinstance(node.func, ast.Name) or node.func.id != _GETTER:
        return ""
    name = text_of(node.args[1]) if len(node.args) in _GIVEN else None
    return name if name and name.isidentifier() else ""
