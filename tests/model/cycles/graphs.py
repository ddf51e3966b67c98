"""Small random graphs, and what brute force says of them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, permutations

from hypothesis import strategies as st

from archlint.model.graph import Edge

NODES = "abcdefg"


def weighted_graphs(nodes: str = NODES) -> st.SearchStrategy[dict[Edge, int]]:
    """Draw edges between a few nodes, each with a weight, none from a node to itself."""
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes))
    edges = ends.filter(lambda edge: edge[0] != edge[1])
    return st.dictionaries(edges, st.integers(1, 9), max_size=20)


def successors(edges: Iterable[Edge]) -> dict[str, list[str]]:
    """Return the edges by where they begin, sorted."""
    found: dict[str, list[str]] = {}
    for one, other in sorted(edges):
        found.setdefault(one, []).append(other)
    return found


def reached(edges: Iterable[Edge], start: str) -> set[str]:
    """Return what can be reached in one step or more."""
    known, found = list(edges), set[str]()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        fresh = {other for one, other in known if one == node} - found
        found |= fresh
        waiting.extend(fresh)
    return found


def brute_components(edges: Sequence[Edge]) -> list[tuple[str, ...]]:
    """Return the components by asking who reaches whom."""
    nodes = sorted({node for edge in edges for node in edge})
    reach = {node: reached(edges, node) for node in nodes}
    found = {
        tuple(other for other in nodes if other in reach[node] and node in reach[other])
        for node in nodes
    }
    return sorted(each for each in found if len(each) > 1)


def brute_girth(edges: Sequence[Edge]) -> int:
    """Return the length of the shortest cycle by trying every one."""
    nodes = sorted({node for edge in edges for node in edge})
    for length in range(2, len(nodes) + 1):
        for way in permutations(nodes, length):
            if all(edge in edges for edge in zip(way, (*way[1:], way[0]), strict=True)):
                return length
    raise AssertionError("no cycle")


def brute_cut(weights: Mapping[Edge, int]) -> int:
    """Return the least weight whose loss leaves no cycle, by trying every order."""
    nodes = sorted({node for edge in weights for node in edge})
    return min(
        sum(weights.get(pair, 0) for pair in combinations(order, 2))
        for order in permutations(nodes)
    )


def within(component: Sequence[str], weights: Mapping[Edge, int]) -> dict[Edge, int]:
    """Return the edges inside a component."""
    return {edge: weight for edge, weight in weights.items() if {*edge} <= {*component}}
