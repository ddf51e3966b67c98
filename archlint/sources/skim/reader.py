"""The way from a file's bytes to its outline."""

import ast
from operator import attrgetter

from archlint.model.facts.outline import Outline, Scope
from archlint.sources.skim.blocks import Block, blocks
from archlint.sources.skim.definitions import definitions
from archlint.sources.skim.dynamic import dynamic_imports
from archlint.sources.skim.exports import exports, lazy_exports
from archlint.sources.skim.imports import imports
from archlint.sources.skim.parsing import Parsed, parse


def skim(source: bytes) -> Outline:
    """Return the outline of a file; raise UnreadableError when it is no Python."""
    return outline(parse(source), source)


def outline(parsed: Parsed, source: bytes) -> Outline:
    """Return the outline of a parsed file."""
    found = tuple(blocks(parsed.tree))
    top = _top_level(found)
    defined = tuple(d for statement in top for d in definitions(statement))
    static = imports(found, parsed.column)
    dynamic = dynamic_imports(found, source, static, top, parsed.column)
    return Outline(
        imports=tuple(sorted((*static, *dynamic), key=attrgetter("line", "column"))),
        definitions=defined,
        exports=exports(top),
        lazy_exports=lazy_exports(top),
    )


def _top_level(found: tuple[Block, ...]) -> list[ast.stmt]:
    """Return the statements outside classes and functions, in the order of the file."""
    statements = [s for block in found if block.scope is Scope.MODULE for s in block.body]
    return sorted(statements, key=attrgetter("lineno", "col_offset"))
