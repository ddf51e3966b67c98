"""Newer syntax: what the running interpreter cannot parse, read by LibCST.

LibCST's tree is turned into the standard library's nodes, as far as the skim looks at them, so that
both readers share everything that follows.
"""

import ast

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from archlint.sources.skim.newer_expressions import Expressions
from archlint.sources.skim.newer_statements import Statements
from archlint.sources.study.guard import refuse_crashers
from archlint.sources.unreadable import UnreadableError

_FAILURES = (
    UnreadableError,
    cst.ParserSyntaxError,
    SyntaxError,  # an unknown encoding in the cookie
    RecursionError,
    ValueError,
    LookupError,
)


def parse_newer(source: bytes) -> ast.Module | None:
    """Return the tree of a file, with columns in characters, or None when LibCST fails, too."""
    try:
        refuse_crashers(source)
        wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
        positions = wrapper.resolve(PositionProvider)
        statements = Statements(Expressions(positions), positions)
        tree = ast.Module(body=statements.body(wrapper.module), type_ignores=[])
        return ast.fix_missing_locations(tree)
    except _FAILURES:
        return None
