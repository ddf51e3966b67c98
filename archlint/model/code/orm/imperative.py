"""Imperative mapping: classes that a mapper fills in, though they know nothing of it."""

from collections.abc import Iterable, Iterator, Mapping

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import expressions_of
from archlint.model.facts.structure import Structure

_CALL = frozenset({ExpressionKind.CALL})
_MAPPERS = frozenset({"map_imperatively", "mapper"})


def imperatively_mapped(
    classes: Classes, functions: Iterable[ProjectFunction], structures: Mapping[str, Structure]
) -> frozenset[str]:
    """Return the full names of the classes that a call such as `mapper(Order, orders)` maps."""
    return frozenset(
        known.dotted
        for module, call in _calls(functions, structures)
        if call.callee.text in _MAPPERS and call.arguments
        for named in call.arguments[:1]
        if (known := classes.resolve(module, named.dotted))
    )


def _calls(
    functions: Iterable[ProjectFunction], structures: Mapping[str, Structure]
) -> Iterator[tuple[str, Expression]]:
    """Yield every call with its module."""
    for function in functions:
        for call in function.fact.calls:
            yield function.module.name, call
    for module, structure in structures.items():
        for call in expressions_of(structure.body, _CALL):
            yield module, call
