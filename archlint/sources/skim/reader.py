"""The way from a file's bytes to its outline."""

import ast
from collections.abc import Iterable, Sequence
from operator import attrgetter

from archlint.model.facts.outline import Import, Outline, Scope
from archlint.sources.skim.blocks import Block, blocks
from archlint.sources.skim.calls import Call, calls, followed
from archlint.sources.skim.definitions import definitions
from archlint.sources.skim.dynamic import SIGNS as SIGNS_OF_IMPORTS
from archlint.sources.skim.dynamic import dynamic_imports, is_renamed, may_import
from archlint.sources.skim.exports import exports, lazy_exports
from archlint.sources.skim.folding import Folding
from archlint.sources.skim.imports import imports
from archlint.sources.skim.parsing import Parsed, parse
from archlint.sources.skim.references import SIGNS, is_migration, references
from archlint.sources.skim.spelling import labels, lines_of, spelled

_place = attrgetter("line", "column")


def skim(source: bytes) -> Outline:
    """Return the outline of a file; raise UnreadableError when it is no Python."""
    return outline(parse(source), source)


def outline(parsed: Parsed, source: bytes) -> Outline:
    """Return the outline of a parsed file."""
    found = tuple(blocks(parsed.tree))
    top = _top_level(found)
    static = imports(found, parsed.column)
    called = _calls(found, source, static)
    folding = Folding.of(parsed.tree.body if called else ())
    dynamic = dynamic_imports(followed(called, folding, static), folding, parsed.column)
    defined = tuple(d for statement in top for d in definitions(statement))
    asked = () if is_migration(defined) else called
    looked_up = references(asked, folding, parsed.column)
    return Outline(
        imports=tuple(sorted((*static, *dynamic), key=_place)),
        definitions=defined,
        exports=exports(top),
        lazy_exports=lazy_exports(top, parsed.column),
        references=tuple(sorted(looked_up, key=_place)),
        labels=labels(top, source),
        spelled=spelled(source),
    )


def _calls(found: Iterable[Block], source: bytes, static: Sequence[Import]) -> tuple[Call, ...]:
    """Return the calls that may name something in a string: few files have any."""
    if may_import(static, source):
        if is_renamed(static, source):
            return tuple(calls(found, static, range(1, source.count(b"\n") + 2)))
        signs = (*SIGNS_OF_IMPORTS, *SIGNS)
        return tuple(calls(found, static, [*lines_of(signs, source)]))
    if any(sign in source for sign in SIGNS):
        return tuple(calls(found, static, [*lines_of(SIGNS, source)]))
    return ()


def _top_level(found: tuple[Block, ...]) -> list[ast.stmt]:
    """Return the statements outside classes and functions, in the order of the file."""
    statements = [s for block in found if block.scope is Scope.MODULE for s in block.body]
    return sorted(statements, key=attrgetter("lineno", "col_offset"))
