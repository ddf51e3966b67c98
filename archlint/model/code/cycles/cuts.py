"""Cuts: the edges whose loss leaves a component without any cycle, at the least weight.

That is the minimum feedback arc set: order the nodes, and cut what points onward in the order. For
few nodes the best order is found by dynamic programming over the sets of nodes that can come first
(Lawler, "A comment on minimum feedback arc sets", 1964). Beyond that `orderings` looks for a good
order, and `packing` for a proof that no other is better.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archlint.model.code.cycles.orderings import good_order, spare
from archlint.model.code.cycles.packing import least_weight
from archlint.model.graph import Edge

MOST_NODES = 12
"""Up to so many nodes every order is weighed; the time doubles with each more."""
MOST_IN_DOUBT = 14
"""Up to so many every order is weighed where a good one is not proven to be the best."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The edges to cut; `is_minimal` when it is proven that no cut weighs less."""

    edges: tuple[Edge, ...]
    is_minimal: bool


def cheapest_cut(component: Sequence[str], weights: Mapping[Edge, int]) -> Cut:
    """Return the cut of a component, given in the order of the alphabet; it decides between equals.

    `weights` are those of the edges within the component, and more than 0.
    """
    if len(component) > MOST_NODES:
        found = _good_cut(component, weights)
        if found.is_minimal or len(component) > MOST_IN_DOUBT:
            return found
    return Cut(_onward(best_order(component, weights), weights), is_minimal=True)


def _good_cut(component: Sequence[str], weights: Mapping[Edge, int]) -> Cut:
    edges = spare(_onward(good_order(component, weights), weights), weights)
    weight = sum(weights[edge] for edge in edges)
    return Cut(edges, is_minimal=weight == least_weight(weights))


def _onward(order: Sequence[str], weights: Mapping[Edge, int]) -> tuple[Edge, ...]:
    position = {node: number for number, node in enumerate(order)}
    return tuple(sorted(edge for edge in weights if position[edge[0]] < position[edge[1]]))


def best_order(nodes: Sequence[str], weights: Mapping[Edge, int]) -> list[str]:
    """Return the order in which the least weight points onward.

    A set of nodes is a number with a bit for each of them. `costs[s]` is the least weight that
    points onward from the nodes of s when they come first, `lasts[s]` the last of them then.
    """
    everybody = (1 << len(nodes)) - 1
    leaving = [list(_sums(node, nodes, weights)) for node in nodes]
    costs, lasts = [0] * (everybody + 1), [0] * (everybody + 1)
    for chosen in range(1, everybody + 1):
        rest = everybody ^ chosen
        costs[chosen], lasts[chosen] = min(
            (costs[chosen ^ (1 << number)] + leaving[number][rest], number)
            for number in _numbers(chosen)
        )
    return list(reversed(list(_backward(nodes, lasts))))


def _sums(node: str, nodes: Sequence[str], weights: Mapping[Edge, int]) -> Iterator[int]:
    """Yield what leads from a node to each set of nodes, in the order of their numbers."""
    sums = [0]
    for other in nodes:
        weight = weights.get((node, other), 0)
        sums += [weight + known for known in sums]
    yield from sums


def _numbers(chosen: int) -> Iterator[int]:
    while chosen:
        lowest = chosen & -chosen
        yield lowest.bit_length() - 1
        chosen ^= lowest


def _backward(nodes: Sequence[str], lasts: Sequence[int]) -> Iterator[str]:
    chosen = len(lasts) - 1
    while chosen:
        yield nodes[lasts[chosen]]
        chosen ^= 1 << lasts[chosen]
