"""Imperative mapping: classes that a mapper fills in, though they know nothing of it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes
from archlint.model.facts.expressions import Expression
from archlint.model.facts.structure import Structure

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
    """Yield every call beside which a mapper is called, with its module."""
    bodies = chain(
        ((function.module.name, function.fact.code) for function in functions),
        ((module, structure.code) for module, structure in structures.items()),
    )
    for module, body in bodies:
        if not _MAPPERS.isdisjoint(body.called):
            yield from ((module, call) for call in body.contents.calls)
