"""What import-linter's own contract types say of a broken contract, as breaches of ours."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import grimp

from archlint.contracts.graph import Imports
from archlint.contracts.siblings import Siblings
from archlint.model.contracts import BrokenContract, Contract, Link

Metadata = Mapping[str, Any]


class Verdict:
    """One broken contract of a type that import-linter ships."""

    def __init__(
        self, contract: Contract, imports: Imports, metadata: Metadata, graph: grimp.ImportGraph
    ) -> None:
        """Take what was checked; `graph` is without the imports that the contract ignores."""
        self._contract = contract
        self._imports = imports
        self._metadata = metadata
        self._graph = graph

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
        """Yield the imports without which no circle would be left.

        Among those that grimp proposes may be some that lie on no circle; they are left out.
        """
        for package, breakers in sorted(self._metadata["cycle_breakers_by_package"].items()):
            clause = f"the children of {package} may not import one another in a circle"
            siblings = Siblings(package, self._imports, self._graph)
            links = [self._imports.link(*pair) for pair in sorted(breakers)]
            told = [
                BrokenContract(
                    self._contract,
                    clause,
                    (link,),
                    way_back=siblings.way(link.imported, link.importer),
                )
                for link in links
            ]
            yield from [each for each in told if each.way_back] or told

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


def _forbids(importer: str, imported: str) -> str:
    return f"{importer} may not import {imported}"


READ: Mapping[str, Callable[[Verdict], Iterator[BrokenContract]]] = {
    "acyclic_siblings": Verdict.acyclic_siblings,
    "forbidden": Verdict.forbidden,
    "independence": Verdict.independence,
    "layers": Verdict.layers,
    "protected": Verdict.protected,
}
"""How the verdict of each built-in type is read."""
