"""A passage: a chain of imports through modules of no layer, which carries the outside inward."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from archlint.model.code.names.dependencies import Dependency
from archlint.model.finding import Hop
from archlint.model.graph import Edge, GraphBuilder, ImportGraph

EXIT = " exit"
"""A node that stands for every place where a passage may end; no module has a name like it."""


class Passages:
    """The passages through unlayered modules, for one idea of where a passage ends."""

    def __init__(
        self,
        dependencies: Iterable[Dependency],
        is_layered: Callable[[str], bool],
        is_exit: Callable[[Dependency], bool],
        build_graph: GraphBuilder,
    ) -> None:
        self._inside: dict[Edge, Dependency] = {}
        self._exits: dict[str, Dependency] = {}
        for dependency in dependencies:
            importer = dependency.importer.name
            if is_layered(importer) or dependency.is_soft or dependency.is_main_only:
                continue
            if is_exit(dependency):
                self._exits.setdefault(importer, dependency)
            elif dependency.target and not is_layered(dependency.target):
                self._inside.setdefault((importer, dependency.target), dependency)
        self._graph: ImportGraph = build_graph(self._edges())
        self._known: dict[str, tuple[Dependency, ...]] = {}

    def _edges(self) -> Iterator[Edge]:
        yield from sorted(self._inside)
        for importer in sorted(self._exits):
            yield importer, EXIT

    def beyond(self, module: str) -> tuple[Dependency, ...]:
        """Return the shortest passage from an unlayered module outward, () when there is none."""
        if module not in self._known:
            chain = self._graph.shortest_chain(module, EXIT) or ()
            self._known[module] = tuple(self._steps(chain))
        return self._known[module]

    def _steps(self, chain: tuple[str, ...]) -> Iterator[Dependency]:
        for importer, imported in pairwise(chain):
            if imported == EXIT:
                yield self._exits[importer]
            else:
                yield self._inside[importer, imported]


def hops(steps: Iterable[Dependency], paths: Mapping[str, str]) -> Iterator[Hop]:
    """Tell a chain of dependencies hop by hop; the last hop is what the last one imports."""
    last: Dependency | None = None
    for step in steps:
        yield Hop(step.importer.path, step.statement.line, step.importer.name)
        last = step
    if last is not None:
        target = last.target or last.library
        yield Hop(paths.get(target, ""), 1, target)
