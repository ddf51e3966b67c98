"""The shortest cycle is one, and none is shorter."""

from hypothesis import given

from archlint.model.code.cycles.shortest import shortest_cycle
from archlint.model.graph import Edge
from tests.model.cycles.graphs import (
    brute_components,
    brute_girth,
    successors,
    weighted_graphs,
    within,
)


def test_it_begins_with_the_first_in_the_alphabet() -> None:
    assert shortest_cycle("abc", {"a": ["c"], "b": ["a"], "c": ["b"]}) == ("a", "c", "b")


def test_of_two_equally_short_ones_the_search_decides() -> None:
    edges = {"a": ["b", "c"], "b": ["a"], "c": ["a"]}

    assert shortest_cycle("abc", edges) == ("a", "b")


def test_a_long_ring_is_its_own_shortest_cycle() -> None:
    names = [f"{number:05}" for number in range(20_000)]
    ring = {one: [names[(i + 1) % len(names)]] for i, one in enumerate(names)}

    assert shortest_cycle(names, ring) == tuple(names)


def test_a_search_ends_when_its_steps_are_used_up() -> None:
    size = 4_000
    names = [f"{number:05}" for number in range(size)]
    far = {one: names[i + 1 : i + 3] or [names[0]] for i, one in enumerate(names)}

    found = shortest_cycle(names, far)

    assert len(found) == size // 2 + 1
    assert all(
        after in far[node] for node, after in zip(found, (*found[1:], found[0]), strict=True)
    )


@given(weighted_graphs())
def test_no_cycle_is_shorter_by_brute_force(graph: dict[Edge, int]) -> None:
    for component in brute_components(list(graph)):
        edges = list(within(component, graph))

        found = shortest_cycle(component, successors(graph))

        assert all(edge in edges for edge in zip(found, (*found[1:], found[0]), strict=True))
        assert len(set(found)) == len(found) == brute_girth(edges)
