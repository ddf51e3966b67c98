"""The import graph that contracts are checked against, as grimp would build it itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import grimp

from archlint.contracts.edges import Edge
from archlint.contracts.packages import Packages
from archlint.model.contracts import Link
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a graph is made of, in values that pass between processes.

    `imports` are importer, imported, line and text of the statement.
    """

    modules: list[str]
    externals: list[str]
    imports: list[tuple[str, str, int, str]]

    def build(self) -> grimp.ImportGraph:
        """Return a graph that a contract may change as it likes."""
        graph = grimp.ImportGraph()
        for module in self.modules:
            graph.add_module(module)
        for module in self.externals:
            graph.add_module(module, is_squashed=True)
        for importer, imported, line, text in self.imports:
            graph.add_import(
                importer=importer, imported=imported, line_number=line, line_contents=text
            )
        return graph

    def told(self) -> dict[str, Any]:
        """Return the blueprint as `Blueprint(**told)` takes it."""
        return {"modules": self.modules, "externals": self.externals, "imports": self.imports}


class Imports:
    """The imports of the root packages, each with its places."""

    def __init__(self, packages: Packages, edges: Iterable[Edge]) -> None:
        self._packages = packages
        self._edges = tuple(edges)

    @cached_property
    def blueprint(self) -> Blueprint:
        """What the graph is made of; a statement that names a module twice imports it once."""
        lines = {(each.importer, each.imported, each.place.line): each for each in self._edges}
        return Blueprint(
            modules=sorted(self._packages.names),
            externals=sorted({each.imported for each in self._edges if each.is_external}),
            imports=[(*key, each.text) for key, each in lines.items()],
        )

    def graph(self) -> grimp.ImportGraph:
        """Return a new graph of them."""
        return self.blueprint.build()

    @property
    def links(self) -> Iterator[Link]:
        """All imports, one for each pair of modules, sorted."""
        return (Link(*pair, places) for pair, places in sorted(self._places.items()))

    def link(self, importer: str, imported: str) -> Link:
        """Return the import of one module by another, with its places."""
        return Link(importer, imported, self._places.get((importer, imported), ()))

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], tuple[Place, ...]]:
        found: dict[tuple[str, str], set[Place]] = {}
        for edge in self._edges:
            found.setdefault((edge.importer, edge.imported), set()).add(edge.place)
        return {pair: tuple(sorted(places)) for pair, places in found.items()}
