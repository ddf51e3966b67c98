"""Import statements, wherever they stand in a file."""

import ast
from collections.abc import Callable, Iterable, Iterator

from archlint.model.facts.outline import Import, ImportKind
from archlint.sources.skim.blocks import Block

IMPORTING = (b"import",)
"""What a line says on which an import statement stands."""

_STATEMENTS = frozenset({ast.Import, ast.ImportFrom})


def imports(found: Iterable[Block], column: Callable[[ast.AST], int]) -> list[Import]:
    """Return every name that an import statement brings in, block by block."""
    return [
        name
        for block in found
        for statement in block.body
        if type(statement) in _STATEMENTS
        for name in _names(statement, block, column(statement))
    ]


def _names(statement: ast.stmt, block: Block, column: int) -> Iterator[Import]:
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            yield Import(
                module=alias.name,
                name=None,
                alias=alias.asname,
                level=0,
                line=statement.lineno,
                column=column,
                kind=ImportKind.IMPORT,
                scope=block.scope,
                guard=block.guard,
            )
    elif isinstance(statement, ast.ImportFrom):
        for alias in statement.names:
            yield Import(
                module=statement.module or "",
                name=alias.name,
                alias=alias.asname,
                level=statement.level,
                line=statement.lineno,
                column=column,
                kind=ImportKind.STAR if alias.name == "*" else ImportKind.FROM,
                scope=block.scope,
                guard=block.guard,
            )
