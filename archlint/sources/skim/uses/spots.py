"""Spots: what holds where an expression stands, and what is seen there."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from archlint.model.facts.outline import Guard, Scope
from archlint.model.facts.uses import Manner, Use
from archlint.sources.skim.guards import Guards, stronger
from archlint.sources.skim.uses.comments import Comments
from archlint.sources.skim.uses.scopes import Names


class Spot(NamedTuple):
    """Whose names are seen, what an expression is for, and what the statement depends on."""

    names: Names
    manner: Manner = Manner.RUNS
    guard: Guard = Guard.NONE

    def within(self, kind: Scope) -> "Spot":
        """Return a spot in a function or class that stands here."""
        return self._replace(names=Names(kind, self.names))

    def under(self, guard: Guard) -> "Spot":
        """Return a spot in a branch of an `if` that stands here."""
        return self if guard is Guard.NONE else self._replace(guard=stronger(self.guard, guard))

    @property
    def running(self) -> "Spot":
        """The same for what is evaluated for its value."""
        return self if self.manner is Manner.RUNS else self._replace(manner=Manner.RUNS)

    @property
    def annotating(self) -> "Spot":
        """The same for what only says a type."""
        return self._replace(manner=max(self.manner, Manner.ANNOTATES, key=_WEIGHT.index))

    @property
    def spelling(self) -> "Spot":
        """The same for what says a type in quotes or in a comment."""
        return self._replace(manner=Manner.SPELLS)


_WEIGHT = [Manner.RUNS, Manner.ANNOTATES, Manner.SPELLS]

Step = tuple[ast.AST, Spot]
"""A node to be looked at, and where it stands."""


class Surroundings(NamedTuple):
    """What holds in a whole file.

    `bound` are the names that its imports bind, `sources` says what some of them stand for.
    """

    guards: Guards
    bound: frozenset[str]
    sources: Mapping[str, str]
    comments: Comments


# `Any`: each reader takes the one type of node that it is listed under
Reader = Callable[[Any, Spot, Surroundings], Iterable[Step]]


def parts(node: ast.AST, spot: Spot) -> Iterator[Step]:
    """Yield what is inside a node, as standing where the node stands.

    This reads the fields as they are stored, which takes half the time of `ast.iter_child_nodes`.
    """
    for value in vars(node).values():
        if type(value) is list:
            yield from ((child, spot) for child in value if isinstance(child, ast.AST))
        elif isinstance(value, ast.AST) and not isinstance(value, _SIGNS):
            yield value, spot


_SIGNS = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop)


class Sighting(NamedTuple):
    """A chain of names; what its first name stands for is known once the whole file is read."""

    chain: str
    line: int
    column: int
    spot: Spot

    def uses(self) -> Iterator[Use]:
        """Yield what is seen when an import binds the first name, or nothing does in a text."""
        spot = self.spot
        imported = spot.names.found(self.chain.partition(".")[0])
        is_foreign = imported is None and spot.manner is Manner.SPELLS and "." in self.chain
        if imported or is_foreign:
            yield Use(
                chain=self.chain,
                line=self.line,
                column=self.column,
                manner=spot.manner,
                scope=spot.names.kind,
                guard=spot.guard,
                imported=imported or (),
            )
