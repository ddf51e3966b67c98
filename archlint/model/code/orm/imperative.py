"""Imperative mapping: classes that a mapper fills in, though they know nothing of it."""

from collections.abc import Iterable, Iterator, Mapping

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import expressions_in
from archlint.model.facts.structure import Structure

_MAPPERS = frozenset({"map_imperatively", "mapper"})


def imperatively_mapped(
    classes: Classes, functions: Iterable[ProjectFunction], structures: Mapping[str, Structure]
) -> frozenset[str]:
    """Return the full names of the classes that a call such as `mapper(Order, orders)` maps."""
    bodies = [(function.module.name, function.fact.body) for function in functions]
    bodies += [(module, structure.body) for module, structure in structures.items()]
    return frozenset(
        known.dotted
        for module, body in bodies
        for named in _mapped(expressions_in(body))
        if (known := classes.resolve(module, named.dotted))
    )


def _mapped(expressions: Iterable[Expression]) -> Iterator[Expression]:
    for part in expressions:
        if part.kind is ExpressionKind.CALL and part.callee.text in _MAPPERS and part.arguments:
            yield part.arguments[0]
