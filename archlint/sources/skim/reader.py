"""The way from a file's bytes to its outline."""

import ast
from collections.abc import Sequence
from operator import attrgetter

from archlint.model.facts.outline import Import, Outline, Scope
from archlint.sources.skim.blocks import Block, blocks
from archlint.sources.skim.calls import calls, followed
from archlint.sources.skim.definitions import definitions
from archlint.sources.skim.dynamic import SIGNS as SIGNS_OF_IMPORTS
from archlint.sources.skim.dynamic import dynamic_imports, is_renamed, may_import
from archlint.sources.skim.exports import exports, lazy_exports
from archlint.sources.skim.folding import Folding
from archlint.sources.skim.imports import IMPORTING, imports
from archlint.sources.skim.lines import EVERYWHERE, Lines, lines_with
from archlint.sources.skim.parsing import Parsed, parse
from archlint.sources.skim.references import SIGNS, is_migration, references
from archlint.sources.skim.remarks import said_in
from archlint.sources.skim.spelling import labels, spelled

_place = attrgetter("line", "column")


def skim(source: bytes) -> Outline:
    """Return the outline of a file; raise UnreadableError when it is no Python."""
    return outline(parse(source), source)


def outline(parsed: Parsed, source: bytes) -> Outline:
    """Return the outline of a parsed file."""
    found = tuple(blocks(parsed.tree, lines_with(IMPORTING, source)))
    top = _top_level(found)
    static = imports(found, parsed.column)
    asking = _Asking(source, static)
    called = tuple(calls(parsed.tree, static, asking.lines))
    folding = Folding(parsed.tree.body)
    loading = followed(called, folding, static) if asking.is_renamed else called
    dynamic = dynamic_imports(loading, folding, parsed.column)
    defined = tuple(d for statement in top for d in definitions(statement))
    asked = () if is_migration(defined) else called
    looked_up = references(asked, folding, parsed.column)
    return Outline(
        imports=tuple(sorted((*static, *dynamic), key=_place)),
        definitions=defined,
        exports=exports(top, source),
        lazy_exports=lazy_exports(top, source, parsed.column),
        references=tuple(sorted(looked_up, key=_place)),
        labels=labels(top, source),
        spelled=spelled(source),
        remarks=said_in(source, parsed),
    )


class _Asking:
    """Where a file may name something in a string, by what it contains: few files do."""

    def __init__(self, source: bytes, static: Sequence[Import]) -> None:
        self._source = source
        self._imports = may_import(static, source)
        self.is_renamed = self._imports and is_renamed(static, source)

    @property
    def lines(self) -> Lines:
        """The lines to be looked at: all, where a function has a name that tells nothing."""
        if self.is_renamed:
            return EVERYWHERE
        signs = (*SIGNS_OF_IMPORTS, *SIGNS) if self._imports else SIGNS
        return lines_with(signs, self._source)


def _top_level(found: tuple[Block, ...]) -> list[ast.stmt]:
    """Return the statements outside classes and functions, in the order of the file."""
    statements = [s for block in found if block.scope is Scope.MODULE for s in block.body]
    return sorted(statements, key=attrgetter("lineno", "col_offset"))
