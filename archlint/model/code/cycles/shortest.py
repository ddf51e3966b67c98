"""The shortest cycle: the fewest nodes of a component that lead back to where they began."""

from collections.abc import Iterator, Sequence

from archlint.model.code.cycles.components import Successors

MOST_STEPS = 3_000_000
"""How many edges are followed at most, so that no component makes a run last."""


def shortest_cycle(component: Sequence[str], successors: Successors) -> tuple[str, ...]:
    """Return the shortest cycle of a component, from its first node in the alphabet on.

    Of equally short ones it is the one that a search from the first nodes finds. A cycle found
    before the budget of steps is used up may be longer than the shortest; it always is one.
    """
    inside = frozenset(component)
    best: tuple[str, ...] = ()
    steps = 0
    for start in _starts(component, successors, inside):
        limit = len(best) - 1 if best else len(component)
        found, taken = _back_to(start, successors, inside, limit)
        best = found or best
        steps += taken
        if len(best) == 2 or (best and steps > MOST_STEPS):  # noqa: PLR2004 - none is shorter
            break
    return _rotated(best)


def _starts(
    component: Sequence[str], successors: Successors, inside: frozenset[str]
) -> Iterator[str]:
    """Yield the nodes where ways part: every cycle has one, unless the component is one ring."""
    parting = [n for n in component if sum(after in inside for after in successors[n]) > 1]
    yield from parting or component[:1]


def _back_to(
    start: str, successors: Successors, inside: frozenset[str], limit: int
) -> tuple[tuple[str, ...], int]:
    """Return the shortest way round of at most `limit` nodes, or (), and the steps it took."""
    before: dict[str, str] = {start: ""}
    level, steps = [start], 0
    for _ in range(limit):
        following: list[str] = []
        for node in level:
            for after in successors[node]:
                steps += 1
                if after == start:
                    return _way(node, before), steps
                if after in inside and after not in before:
                    before[after] = node
                    following.append(after)
        level = following
    return (), steps


def _way(end: str, before: dict[str, str]) -> tuple[str, ...]:
    nodes = [end]
    while node := before[nodes[-1]]:
        nodes.append(node)
    return tuple(reversed(nodes))


def _rotated(cycle: tuple[str, ...]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]
