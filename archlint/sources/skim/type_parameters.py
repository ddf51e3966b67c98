"""Type parameters, which are written much like those of a function, in other brackets."""

import ast
import re
from collections.abc import Iterator

from archlint.sources.skim.newer_nodes import TypeParameter

_OPENING = b"def _("
_CLOSING = b"): 0"
_AS_WRITTEN = ast.dump(ast.parse("0").body[0])
_STARS = re.compile(rb"(?<![^,])\s*\*\*?(?=\s*[\w\x80-\xff]+\s*(?:[,=]|$))")
"""The stars before a name; unlike in a function, they may stand anywhere and several times."""


def type_parameters(text: bytes | None, line: int, column: int) -> Iterator[TypeParameter]:
    """Yield what stands between brackets, if there are any, at the place where it begins there.

    Raise SyntaxError where these are no type parameters.
    """
    if text is None:
        return
    given = _given(_STARS.sub(lambda stars: stars[0].replace(b"*", b" "), text))
    for node in ast.walk(given):
        if isinstance(node, ast.expr):
            node.col_offset += (column - len(_OPENING)) if node.lineno == 1 else 0
            node.lineno += line - 1
    defaults = [*[None] * (len(given.args) - len(given.defaults)), *given.defaults]
    for parameter, default in zip(given.args, defaults, strict=True):
        yield TypeParameter(parameter.arg, parameter.annotation, default)


def _given(text: bytes) -> ast.arguments:
    """Return the text as plain parameters, of which it has to hold at least one."""
    function, *others = ast.parse(_OPENING + text + _CLOSING).body
    if others or not isinstance(function, ast.FunctionDef) or function.returns:
        raise SyntaxError
    given = function.args
    is_closed = [*map(ast.dump, function.body)] == [_AS_WRITTEN]
    has_others = given.posonlyargs or given.kwonlyargs or given.vararg or given.kwarg
    if not is_closed or has_others or not given.args:
        raise SyntaxError
    return given
