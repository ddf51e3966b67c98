"""A proof that nothing less will do: cycles that share no weight each need a cut of their own."""

from collections.abc import Mapping

from archlint.model.code.cycles.components import components
from archlint.model.code.cycles.shortest import shortest_cycle
from archlint.model.graph import Edge

MOST_EDGES = 1_000
"""With more edges no proof is tried; the effort grows with more than their square."""


def least_weight(weights: Mapping[Edge, int]) -> int:
    """Return a weight that every cut has at least, 0 where looking for it would take too long.

    Each shortest cycle takes the weight of its lightest edge from all of its edges; whatever is cut
    in the end, at least so much of it lies on this cycle.
    """
    left = dict(weights) if len(weights) <= MOST_EDGES else {}
    total = 0
    while cycles := _cycles(left):
        for cycle in cycles:
            lightest = min(left[edge] for edge in cycle)
            total += lightest
            left = _without(left, cycle, lightest)
    return total


def _cycles(weights: Mapping[Edge, int]) -> list[tuple[Edge, ...]]:
    """Return a shortest cycle of each component."""
    successors: dict[str, list[str]] = {}
    for one, other in sorted(weights):
        successors.setdefault(one, []).append(other)
    found = (shortest_cycle(each, successors) for each in components(successors))
    return [tuple(zip(cycle, (*cycle[1:], cycle[0]), strict=True)) for cycle in found]


def _without(weights: Mapping[Edge, int], cycle: tuple[Edge, ...], amount: int) -> dict[Edge, int]:
    left = {edge: weight - amount * (edge in cycle) for edge, weight in weights.items()}
    return {edge: weight for edge, weight in left.items() if weight}
