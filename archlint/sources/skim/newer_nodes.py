"""Nodes of newer syntax, for an interpreter whose own `ast` has none."""

import ast
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING


class TypeParameter(ast.AST):
    """The `T: bound = default` in the brackets of a definition."""

    _fields = ("name", "bound", "default_value")

    if TYPE_CHECKING:
        name: str

        def __init__(
            self, name: str, bound: ast.expr | None, default_value: ast.expr | None
        ) -> None: ...


if sys.version_info >= (3, 12):
    TypeAlias = ast.TypeAlias
else:

    class TypeAlias(ast.stmt):
        """The statement `type name[type_params] = value`."""

        _fields = ("name", "type_params", "value")

        if TYPE_CHECKING:
            name: ast.expr
            value: ast.expr

            def __init__(
                self, name: ast.expr, type_params: Sequence[TypeParameter], value: ast.expr
            ) -> None: ...
