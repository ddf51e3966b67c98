"""The children of a package, and which of them imports which, whatever module of it does."""

from itertools import pairwise

import grimp

from archlint.contracts.graph import Imports
from archlint.model.contracts import Link


class Siblings:
    """The imports between the children of a package that are also in a graph."""

    def __init__(self, package: str, imports: Imports, graph: grimp.ImportGraph) -> None:
        self._depth = package.count(".") + 2
        self._links: dict[tuple[str, str], Link] = {}
        self._graph = grimp.ImportGraph()
        inside = f"{package}."
        for link in imports.links:
            if link.importer.startswith(inside) and link.imported.startswith(inside):
                self._add(link, graph)

    def _add(self, link: Link, graph: grimp.ImportGraph) -> None:
        pair = (self._child(link.importer), self._child(link.imported))
        if pair[0] == pair[1] or pair in self._links:
            return
        if graph.direct_import_exists(importer=link.importer, imported=link.imported):
            self._links[pair] = link
            self._graph.add_import(importer=pair[0], imported=pair[1])

    def way(self, start: str, end: str) -> tuple[Link, ...]:
        """Return the shortest way from the child around one module to that around another.

        Each step begins in the child where the one before ends, though maybe in another module.
        """
        chain = self._graph.find_shortest_chain(self._child(start), self._child(end)) or ()
        return tuple(self._links[pair] for pair in pairwise(chain))

    def _child(self, module: str) -> str:
        return ".".join(module.split(".")[: self._depth])
