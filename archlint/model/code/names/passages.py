"""A passage: a chain of imports through modules of no layer, which carries the outside inward."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.finding import Evidence, Hop
from archlint.model.graph import Edge, GraphBuilder, ImportGraph

Exits = Callable[[Dependency], Iterable[str]]
"""Names the ways outside that a dependency takes: layers that must not know it, a library, ..."""

MARK = " "
"""Begins the node of an exit; no module has a name like it."""


class Passages:
    """The passages through modules of no layer, and from these to whatever counts as outside.

    One graph holds them all: the exits are nodes of it. A dependency that takes a way outside is
    no step to another module.
    """

    def __init__(
        self,
        dependencies: Iterable[Dependency],
        is_layered: Callable[[str], bool],
        exits: Exits,
        build_graph: GraphBuilder,
    ) -> None:
        self._is_layered = is_layered
        self._steps: dict[Edge, Dependency] = {}
        self._into: dict[str, list[Dependency]] = {}
        for dependency in dependencies:
            if not carries(dependency):
                continue
            if is_layered(dependency.importer.name):
                self._into.setdefault(dependency.importer.name, []).append(dependency)
            else:
                self._add(dependency, tuple(exits(dependency)))
        self._graph: ImportGraph = build_graph(sorted(self._steps))
        self._known: dict[Edge, tuple[Dependency, ...]] = {}

    @property
    def exits(self) -> tuple[str, ...]:
        """The exits that some module of no layer opens, sorted."""
        found = {imported for _, imported in self._steps if imported.startswith(MARK)}
        return tuple(sorted(name.removeprefix(MARK) for name in found))

    def entrances(self, module: str) -> Iterator[tuple[Dependency, str]]:
        """Yield what a layered module imports of modules of no layer, with the module entered."""
        for dependency in self._into.get(module, ()):
            for entered in self._entered(dependency):
                yield dependency, entered

    def beyond(self, module: str, way: str) -> tuple[Dependency, ...]:
        """Return the shortest passage from a module of no layer to an exit, () without one."""
        key = (module, MARK + way)
        if key not in self._known:
            chain = self._graph.shortest_chain(*key) or ()
            self._known[key] = tuple(self._steps[step] for step in pairwise(chain))
        return self._known[key]

    def _add(self, dependency: Dependency, exits: tuple[str, ...]) -> None:
        importer = dependency.importer.name
        for way in exits:
            self._steps.setdefault((importer, MARK + way), dependency)
        if not exits:
            for entered in self._entered(dependency):
                if entered != importer:
                    self._steps.setdefault((importer, entered), dependency)

    def _entered(self, dependency: Dependency) -> Iterator[str]:
        """Yield the modules of no layer that run for a name: its home, a package that passes it on.

        What is defined in a layer is judged as if it were taken from there. The package around a
        module that is imported by its own name is not asked for anything.
        """
        if self._is_layered(dependency.target):
            return
        if dependency.target:
            yield dependency.target
        literal = dependency.literal
        passes_on = literal and dependency.symbol.reexports and literal != dependency.target
        if passes_on and not self._is_layered(literal) and not _is_part(dependency):
            yield literal


def carries(dependency: Dependency) -> bool:
    """Whether an import brings in at run time what it names, also when something else imports it.

    What stands for type checkers only does not, nor does what only a script needs.
    """
    return not dependency.is_soft and not dependency.is_main_only


def reexports(steps: Iterable[Dependency]) -> Iterator[Evidence]:
    """Tell where the names on a chain are passed on by a module between two hops."""
    for step in steps:
        for place in step.symbol.reexports:
            last = step.symbol.dotted.rpartition(".")[2]
            yield Evidence(place.path, place.line, f"{last} is re-exported here")


def hops(steps: Iterable[Dependency], end: str, paths: Mapping[str, str]) -> Iterator[Hop]:
    """Tell a chain of dependencies hop by hop; the last hop is its end."""
    for step in steps:
        yield Hop(step.importer.path, step.place.line, step.importer.name)
    yield Hop(paths.get(end, ""), 1, end)


def _is_part(dependency: Dependency) -> bool:
    """Whether the name is that of a module in the package that it is imported from."""
    own = f"{dependency.literal}.{dependency.statement.name}"
    return dependency.symbol.kind is SymbolKind.MODULE and dependency.symbol.module == own
