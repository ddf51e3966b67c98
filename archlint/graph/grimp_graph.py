"""The import graph, held by grimp and fed with our own imports."""

from collections.abc import Iterable

import grimp

from archlint.model.graph import Edge


class GrimpGraph:
    """The import graph of the model, by grimp's algorithms."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._graph = grimp.ImportGraph()
        for importer, imported in edges:
            self._graph.add_import(importer=importer, imported=imported)
        self._nodes = self._graph.modules

    def shortest_chain(self, importer: str, imported: str) -> tuple[str, ...] | None:
        """Return the shortest chain between two nodes, None also for a node that is not there."""
        if importer not in self._nodes or imported not in self._nodes:
            return None
        return self._graph.find_shortest_chain(importer=importer, imported=imported)
