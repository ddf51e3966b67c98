"""Components are the nodes that all reach one another."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from archlint.model.code.cycles.components import components
from archlint.model.graph import Edge
from tests.model.cycles.graphs import brute_components, successors, weighted_graphs


def test_a_chain_has_no_component() -> None:
    assert list(components({"a": ["b"], "b": ["c"]})) == []


def test_a_node_that_leads_to_itself_is_no_component() -> None:
    assert list(components({"a": ["a"]})) == []


def test_two_rings_are_two_components() -> None:
    edges = {"d": ["c"], "c": ["d", "a"], "a": ["b"], "b": ["a"]}

    assert list(components(edges)) == [("a", "b"), ("c", "d")]


def test_a_ring_longer_than_the_stack_is_one_component() -> None:
    names = [f"{number:05}" for number in range(20_000)]

    found = list(components({one: [names[i - 1]] for i, one in enumerate(names)}))

    assert found == [tuple(names)]


@given(weighted_graphs())
def test_components_are_what_brute_force_finds(graph: dict[Edge, int]) -> None:
    assert list(components(successors(graph))) == brute_components(list(graph))


@given(weighted_graphs(), st.randoms(use_true_random=False))
def test_the_order_of_nodes_and_edges_does_not_matter(graph: dict[Edge, int], dice: Random) -> None:
    shuffled = list(successors(graph).items())
    dice.shuffle(shuffled)

    mixed = {node: others[::-1] for node, others in shuffled}

    assert list(components(mixed)) == list(components(successors(graph)))
