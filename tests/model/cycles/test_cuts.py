"""A cut leaves no cycle, and no cheaper one does."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from archlint.model.code.cycles import cuts
from archlint.model.code.cycles.cuts import cheapest_cut
from archlint.model.code.cycles.orderings import good_order, spare
from archlint.model.code.cycles.packing import least_weight
from archlint.model.graph import Edge
from tests.model.cycles.graphs import (
    brute_components,
    brute_cut,
    reached,
    weighted_graphs,
    within,
)


def is_acyclic(edges: Iterable[Edge]) -> bool:
    known = list(edges)
    return all(one not in reached(known, one) for one, _ in known)


def ring(size: int) -> dict[Edge, int]:
    names = [f"{number:04}" for number in range(size)]
    return {(one, names[i - 1]): 2 for i, one in enumerate(names)}


def nodes(edges: Iterable[Edge]) -> list[str]:
    return sorted({node for edge in edges for node in edge})


def test_the_lighter_of_two_directions_is_cut() -> None:
    cut = cheapest_cut("ab", {("a", "b"): 3, ("b", "a"): 1})

    assert cut.edges == (("b", "a"),)
    assert cut.is_minimal


def test_between_equals_the_alphabet_decides() -> None:
    assert cheapest_cut("ab", {("a", "b"): 1, ("b", "a"): 1}).edges == (("b", "a"),)


def test_one_edge_that_two_cycles_share_is_cut_once() -> None:
    edges = {("a", "b"): 3, ("b", "c"): 2, ("c", "a"): 2, ("b", "d"): 2, ("d", "a"): 2}

    assert cheapest_cut("abcd", edges).edges == (("a", "b"),)


def test_of_many_nodes_a_cut_is_minimal_when_cycles_apart_prove_it() -> None:
    many = ring(cuts.MOST_NODES + 1)

    cut = cheapest_cut(nodes(many), many)

    assert len(cut.edges) == 1
    assert cut.is_minimal


def test_of_many_nodes_a_cut_without_a_proof_is_not_said_to_be_minimal() -> None:
    size = 19
    squares = {number * number % size for number in range(1, size)}
    names = [f"{number:02}" for number in range(size)]
    tournament = {
        (names[one], names[other]): 1
        for one in range(size)
        for other in range(size)
        if (other - one) % size in squares
    }

    assert not cheapest_cut(names, tournament).is_minimal


def test_of_some_more_every_order_is_weighed_where_a_good_one_is_not_the_best() -> None:
    size = cuts.MOST_NODES + 1
    names = [f"{number:02}" for number in range(size)]
    edges = {
        (names[one], names[(one + step) % size]): 1 for one in range(size) for step in (1, 2, 5)
    }

    cut = cheapest_cut(names, edges)

    order = good_order(names, edges)
    onward = [edge for edge in edges if order.index(edge[0]) < order.index(edge[1])]
    assert cut.is_minimal
    assert len(cut.edges) < len(spare(onward, edges))


@pytest.mark.parametrize("size", [300, 3_000])
def test_a_large_ring_is_cut_once(size: int) -> None:
    many = ring(size)

    assert len(cheapest_cut(nodes(many), many).edges) == 1


@settings(max_examples=60, deadline=None)
@given(weighted_graphs())
def test_no_cut_is_cheaper_by_brute_force(graph: dict[Edge, int]) -> None:
    for component in brute_components(list(graph)):
        inside = within(component, graph)

        cut = cheapest_cut(component, inside)

        assert is_acyclic(inside.keys() - set(cut.edges))
        assert sum(inside[edge] for edge in cut.edges) == brute_cut(inside)


@settings(max_examples=60, deadline=None)
@given(weighted_graphs())
def test_no_cut_weighs_less_than_cycles_apart_demand(graph: dict[Edge, int]) -> None:
    for component in brute_components(list(graph)):
        inside = within(component, graph)

        assert 0 < least_weight(inside) <= brute_cut(inside)


@settings(deadline=None)
@given(weighted_graphs("abcdefghijklmnop"))
def test_a_good_order_leaves_no_cycle_and_cuts_nothing_in_vain(graph: dict[Edge, int]) -> None:
    for component in brute_components(list(graph)):
        inside = within(component, graph)
        order = good_order(component, inside)
        onward = [edge for edge in inside if order.index(edge[0]) < order.index(edge[1])]

        cut = spare(onward, inside)

        left = inside.keys() - set(cut)
        assert is_acyclic(left)
        assert not any(is_acyclic(left | {edge}) for edge in cut)
