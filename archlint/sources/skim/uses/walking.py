"""The walk through a whole file: every chain of names, and what binds their first names."""

import ast
from collections.abc import Callable, Iterator

from archlint.model.facts.outline import Scope
from archlint.model.facts.uses import Manner
from archlint.sources.skim.uses.chains import chain
from archlint.sources.skim.uses.expressions import EXPRESSIONS
from archlint.sources.skim.uses.scopes import Names
from archlint.sources.skim.uses.spots import Reader, Sighting, Spot, Step, Surroundings, parts
from archlint.sources.skim.uses.statements import STATEMENTS

_CHAINED = (ast.Attribute, ast.Name, ast.Call)
_READERS: dict[type[ast.AST], Reader] = {**EXPRESSIONS, **STATEMENTS}


def sightings(
    tree: ast.Module, around: Surroundings, column: Callable[[ast.AST], int]
) -> Iterator[Sighting]:
    """Yield every chain of names in a file that begins with an import, or stands in a text.

    The walk has a stack of its own: code may nest deeper than Python calls. What the chains stand
    for can be asked when it has come to its end.
    """
    waiting: list[Step] = [(tree, Spot(Names(Scope.MODULE)))]
    while waiting:
        node, spot = waiting.pop()
        if isinstance(node, _CHAINED) and (found := chain(node)).names:
            if spot.manner is Manner.SPELLS or found.names.partition(".")[0] in around.bound:
                yield Sighting(found.names, node.lineno, column(node), spot)
            waiting.extend((default, spot) for default in found.defaults)
            continue
        reader = _READERS.get(type(node))
        steps = reader(node, spot, around) if reader else parts(node, spot)
        waiting.extend(reversed([*steps]))
