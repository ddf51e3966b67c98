"""Good orders of many nodes: little weight points onward, though nobody proves that it is least."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from archlint.model.graph import Edge

MOST_SIFTED = 400
"""Up to so many nodes an order is improved; the effort grows with their square."""
MOST_ROUNDS = 4


def good_order(nodes: Sequence[str], weights: Mapping[Edge, int]) -> list[str]:
    """Return an order: greedy, then each node moved to where it stands best.

    After Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set problem",
    1993: of the nodes that are left that one comes next from which the least weight leads on, less
    the weight that leads to it.
    """
    around = _Neighbours(weights)
    order = list(_greedy(nodes, around))
    if len(nodes) > MOST_SIFTED:
        return order
    for _ in range(MOST_ROUNDS):
        improved = _sifted(order, around)
        if improved == order:
            break
        order = improved
    return order


def spare(cut: Sequence[Edge], weights: Mapping[Edge, int]) -> tuple[Edge, ...]:
    """Return the cut without the edges that close no cycle once the others are gone."""
    if len(cut) > MOST_SIFTED:
        return tuple(cut)
    kept: dict[str, set[str]] = defaultdict(set)
    for one, other in weights.keys() - set(cut):
        kept[one].add(other)
    needed: list[Edge] = []
    for edge in sorted(cut, key=lambda each: (-weights[each], each)):
        if _reaches(kept, edge[1], edge[0]):
            needed.append(edge)
        else:
            kept[edge[0]].add(edge[1])
    return tuple(sorted(needed))


class _Neighbours:
    """What leads to each node and on from it, with the weights."""

    def __init__(self, weights: Mapping[Edge, int]) -> None:
        self.after: dict[str, dict[str, int]] = defaultdict(dict)
        self.before: dict[str, dict[str, int]] = defaultdict(dict)
        for (one, other), weight in weights.items():
            self.after[one][other] = weight
            self.before[other][one] = weight


@dataclass(order=True, frozen=True, slots=True)
class _Turn:
    """How urgently a node comes next: the least first."""

    surplus: int
    node: str


def _greedy(nodes: Sequence[str], around: _Neighbours) -> Iterator[str]:
    surplus = {n: sum(around.after[n].values()) - sum(around.before[n].values()) for n in nodes}
    turns = [_Turn(surplus[node], node) for node in nodes]
    heapify(turns)
    left = set(nodes)
    while turns:
        turn = heappop(turns)
        if turn.node not in left or turn.surplus != surplus[turn.node]:
            continue
        left.remove(turn.node)
        yield turn.node
        for other, change in _changes(turn.node, around):
            if other in left:
                surplus[other] += change
                heappush(turns, _Turn(surplus[other], other))


def _changes(gone: str, around: _Neighbours) -> Iterator[tuple[str, int]]:
    for other, weight in around.before[gone].items():
        yield other, -weight
    for other, weight in around.after[gone].items():
        yield other, weight


def _sifted(order: Sequence[str], around: _Neighbours) -> list[str]:
    current = list(order)
    for node in order:
        current.remove(node)
        current.insert(_best_position(node, current, around), node)
    return current


def _best_position(node: str, others: Sequence[str], around: _Neighbours) -> int:
    """Return where least weight points onward: the first such position."""
    after, before = around.after[node], around.before[node]
    cost = best = sum(after.values())
    position = 0
    for number, other in enumerate(others, start=1):
        cost += before.get(other, 0) - after.get(other, 0)
        if cost < best:
            best, position = cost, number
    return position


def _reaches(successors: Mapping[str, set[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        fresh = successors.get(node, set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False
