"""grimp's graph keeps the promises of the port, as a plain search would."""

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archlint.graph.grimp_graph import GrimpGraph
from archlint.model.graph import Edge, GraphBuilder, ImportGraph

NODES = "abcdefg"

edges = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda e: e[0] != e[1]),
    max_size=20,
)


class PlainGraph:
    """The port by the simplest search there is."""

    def __init__(self, known: Iterable[Edge]) -> None:
        self._edges = tuple(known)

    def shortest_chain(self, importer: str, imported: str) -> tuple[str, ...] | None:
        chains = [(importer,)]
        for _ in NODES:
            if found := [chain for chain in chains if chain[-1] == imported]:
                return found[0]
            chains = [
                (*chain, after)
                for chain in chains
                for before, after in self._edges
                if before == chain[-1] and after not in chain
            ]
        return None


BUILDERS: tuple[GraphBuilder, ...] = (GrimpGraph, PlainGraph)


def chains(known: list[Edge], importer: str, imported: str) -> list[tuple[str, ...] | None]:
    graphs: list[ImportGraph] = [build(known) for build in BUILDERS]
    return [graph.shortest_chain(importer, imported) for graph in graphs]


def test_there_is_no_chain_to_a_node_that_nobody_knows() -> None:
    assert GrimpGraph([("a", "b")]).shortest_chain("a", "z") is None


def test_there_is_no_chain_against_the_direction_of_imports() -> None:
    assert GrimpGraph([("a", "b")]).shortest_chain("b", "a") is None


def test_both_ends_belong_to_a_chain() -> None:
    assert GrimpGraph([("a", "b"), ("b", "c")]).shortest_chain("a", "c") == ("a", "b", "c")


def test_the_same_edges_in_the_same_order_give_the_same_chain() -> None:
    known = [("a", "c"), ("a", "b"), ("b", "d"), ("c", "d")]

    told = {GrimpGraph(known).shortest_chain("a", "d") for _ in range(20)}

    assert len(told) == 1


@given(edges)
def test_chains_are_as_short_as_a_plain_search_finds_them(known: list[Edge]) -> None:
    by_grimp, by_search = chains(known, "a", "g")

    assert (by_grimp is None) == (by_search is None)
    if by_grimp is not None and by_search is not None:
        assert len(by_grimp) == len(by_search)
        assert all(step in known for step in pairwise(by_grimp))
