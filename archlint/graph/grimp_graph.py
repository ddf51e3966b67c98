"""The import graph, held by grimp and fed with our own imports."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from archlint.model.graph import Edge

if TYPE_CHECKING:
    import grimp


class GrimpGraph:
    """The import graph of the model, by grimp's algorithms."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._edges = tuple(edges)
        self._nodes = frozenset(node for edge in self._edges for node in edge)

    def shortest_chain(self, importer: str, imported: str) -> tuple[str, ...] | None:
        """Return the shortest chain between two nodes, None also for a node that is not there."""
        if importer not in self._nodes or imported not in self._nodes:
            return None
        return self._graph.find_shortest_chain(importer=importer, imported=imported)

    @cached_property
    def _graph(self) -> "grimp.ImportGraph":
        import grimp  # it takes its time, and most projects have no chain to look for

        graph = grimp.ImportGraph()
        for importer, imported in self._edges:
            graph.add_import(importer=importer, imported=imported)
        return graph
