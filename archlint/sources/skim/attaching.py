"""Attaching: the names that `lazy_loader.attach` serves for a package."""

import ast
from collections.abc import Iterator

from archlint.sources.skim.dotted import last_name
from archlint.sources.skim.texts import text_of

_SUBMODULES = (1, "submodules")
_ATTRIBUTES = (2, "submod_attrs")


def attached(call: ast.Call) -> Iterator[tuple[ast.expr, str, str]]:
    """Yield each name that such a call serves: its node, its text and where it comes from."""
    if last_name(call.func) != "attach":
        return
    for node, name in _texts(_argument(call, *_SUBMODULES)):
        yield node, name, f".{name}"
    attributes = _argument(call, *_ATTRIBUTES)
    if isinstance(attributes, ast.Dict):
        for key, value in zip(attributes.keys, attributes.values, strict=True):
            module = text_of(key)
            for node, name in _texts(value) if module else ():
                yield node, name, f".{module}.{name}"


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    if len(call.args) > position:
        return call.args[position]
    return next((k.value for k in call.keywords if k.arg == name), None)


def _texts(node: ast.expr | None) -> Iterator[tuple[ast.expr, str]]:
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        for element in node.elts:
            if text := text_of(element):
                yield element, text
