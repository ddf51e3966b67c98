"""The way from a file's bytes to its uses."""

from operator import attrgetter

from archlint.model.facts.uses import Uses
from archlint.sources.skim.blocks import blocks, guards_of
from archlint.sources.skim.calls import sources
from archlint.sources.skim.imports import IMPORTING, imports
from archlint.sources.skim.lines import lines_with
from archlint.sources.skim.parsing import Parsed, parse, parse_with_comments
from archlint.sources.skim.uses.comments import SIGN, Comments
from archlint.sources.skim.uses.spots import Surroundings
from archlint.sources.skim.uses.walking import sightings


def read_uses(source: bytes) -> Uses:
    """Return the uses of a file; raise UnreadableError when it is no Python."""
    return uses_in(parse_with_comments(source) if SIGN in source else parse(source), source)


def uses_in(parsed: Parsed, source: bytes) -> Uses:
    """Return the uses of a parsed file."""
    static = imports(blocks(parsed.tree, lines_with(IMPORTING, source)), parsed.column)
    bound = frozenset(each.binds for each in static)
    around = Surroundings(guards_of(parsed.tree), bound, sources(static), Comments(source))
    seen = [*sightings(parsed.tree, around, parsed.column)]
    found = (use for sighting in seen for use in sighting.uses())
    return Uses(tuple(sorted(found, key=attrgetter("line", "column"))))
