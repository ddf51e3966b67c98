"""What import-linter's own contract types say of a broken contract, as breaches of ours."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import grimp

from archlint.contracts.graph import Imports
from archlint.model.contracts import BrokenContract, Contract, Link

Metadata = Mapping[str, Any]


class Verdict:
    """One broken contract of a type that import-linter ships."""

    def __init__(self, contract: Contract, imports: Imports, metadata: Metadata) -> None:
        self._contract = contract
        self._imports = imports
        self._metadata = metadata

    def layers(self) -> Iterator[BrokenContract]:
        """Yield imports from a lower layer of a higher one, and modules in no layer."""
        for told in self._metadata["invalid_dependencies"]:
            yield from self._routes(told["importer"], told["imported"], told["routes"])
        for module in sorted(self._metadata["undeclared_modules"]):
            clause = f"is exhaustive, and {module} is none of its layers"
            yield BrokenContract(self._contract, clause, subject=module)

    def independence(self) -> Iterator[BrokenContract]:
        """Yield imports between modules that are to be independent."""
        for told in self._metadata["invalid_chains"]:
            yield from self._routes(
                told["downstream_module"], told["upstream_module"], told["chains"]
            )

    def forbidden(self) -> Iterator[BrokenContract]:
        """Yield imports of what is forbidden."""
        for told in self._metadata["invalid_chains"]:
            clause = _forbids(told["downstream_module"], told["upstream_module"])
            for chain in told["chains"]:
                yield BrokenContract(self._contract, clause, self._links(chain))

    def protected(self) -> Iterator[BrokenContract]:
        """Yield imports of protected modules by others than those who may."""
        for told in self._metadata["illegal_imports"]:
            clause = f"only its allowed importers may import {told.top_level_module}"
            for link in self._links(told.illegal_links):
                yield BrokenContract(self._contract, clause, (link,))

    def acyclic_siblings(self) -> Iterator[BrokenContract]:
        """Yield the imports without which no cycle would be left."""
        graph = self._imports.graph()
        for package, breakers in sorted(self._metadata["cycle_breakers_by_package"].items()):
            clause = f"the children of {package} may not import one another in a circle"
            for importer, imported in sorted(breakers):
                link = self._imports.link(importer, imported)
                back = self._way_back(graph, _child(package, imported), _child(package, importer))
                yield BrokenContract(self._contract, clause, (link,), way_back=back)

    def _routes(
        self, importer: str, imported: str, routes: Iterable[Metadata]
    ) -> Iterator[BrokenContract]:
        for route in routes:
            yield BrokenContract(
                self._contract,
                _forbids(importer, imported),
                self._links(route["chain"]),
                entrances=self._links(route["extra_firsts"]),
                exits=self._links(route["extra_lasts"]),
            )

    def _links(self, links: Iterable[Metadata]) -> tuple[Link, ...]:
        return tuple(self._imports.link(link["importer"], link["imported"]) for link in links)

    def _way_back(self, graph: grimp.ImportGraph, start: str, end: str) -> tuple[Link, ...]:
        chains = graph.find_shortest_chains(start, end, as_packages=True)
        if not chains:
            return ()
        shortest = min(chains, key=lambda chain: (len(chain), chain))
        return tuple(self._imports.link(*pair) for pair in pairwise(shortest))


def _forbids(importer: str, imported: str) -> str:
    return f"{importer} may not import {imported}"


def _child(package: str, module: str) -> str:
    """Return the child of a package in which a module lies."""
    return ".".join(module.split(".")[: package.count(".") + 2])


READ: Mapping[str, Callable[[Verdict], Iterator[BrokenContract]]] = {
    "acyclic_siblings": Verdict.acyclic_siblings,
    "forbidden": Verdict.forbidden,
    "independence": Verdict.independence,
    "layers": Verdict.layers,
    "protected": Verdict.protected,
}
"""How the verdict of each built-in type is read."""
