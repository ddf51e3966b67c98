"""Subjects: the part of the core that a file of tests is about, and what that knows itself."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.resolution import Names
from archlint.model.code.testing.mirrors import Mirrors
from archlint.model.code.testing.scope import is_of_all, is_of_more
from archlint.model.facts.outline import Guard
from archlint.model.facts.suites import Suite
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class Subject:
    """What a file of tests is about: a layer of the core, and the modules that it imports.

    Those of the layer come first. `by_path` says that its path tells so, and not only what it
    imports. `known` are the modules and libraries that these modules know already: that a test has
    to know them, too, is no fault of its own.
    """

    layer: Layer
    modules: tuple[str, ...]
    by_path: bool
    known: frozenset[str]


class Subjects:
    """Tells what files of tests are about; `names` resolves in these files, too."""

    def __init__(
        self,
        names: Names,
        mirrors: Mirrors,
        layer_of: Callable[[str], Layer | None],
        dependencies: Iterable[Dependency],
    ) -> None:
        self._names = names
        self._mirrors = mirrors
        self._layer_of = layer_of
        self._knows: dict[str, set[str]] = defaultdict(set)
        for dependency in dependencies:
            known = dependency.target or dependency.library.partition(".")[0]
            self._knows[dependency.importer.name].add(known)

    def of(self, test: Module, suite: Suite) -> Subject | None:
        """Return what a file of tests is about, None where it tries more than the core."""
        if is_of_more(test, suite) or all(map(is_of_all, suite.tests)):
            return None
        layers = self._imported(test, suite)
        core = {name: layer for name, layer in layers.items() if layer and layer.is_core}
        if not core:
            return None
        mirrored = self._mirrors.of(test)
        is_pure = len(core) == len(layers) - sum(map(_is_shared, layers.values()))
        if mirrored is None and not is_pure:
            return None
        outermost = max(core.values(), key=lambda layer: (layer.ring, layer.name))
        is_told = mirrored is not None and mirrored.name in {x.name for x in core.values()}
        layer = mirrored if mirrored and is_told else outermost
        modules = sorted(core, key=lambda name: core[name].name != layer.name)
        return Subject(layer, tuple(modules), mirrored is not None, self._known_by(core))

    def _imported(self, test: Module, suite: Suite) -> Mapping[str, Layer | None]:
        """Return the modules of the program that a file imports, with their layers."""
        program = {module.name for module in self._mirrors.modules}
        symbols = (
            self._names.resolve_import(test.name, statement)
            for statement in suite.imports
            if statement.guard is not Guard.TYPE_CHECKING
        )
        homes = dict.fromkeys(s.module for s in symbols if s.module in program)
        return {name: self._layer_of(name) for name in homes}

    def _known_by(self, modules: Iterable[str]) -> frozenset[str]:
        """Return what modules of the core know, and those of the core that they know."""
        waiting = [*modules]
        seen, known = set(waiting), set[str]()
        while waiting:
            of_this = self._knows.get(waiting.pop(), set())
            known |= of_this
            fresh = [name for name in of_this - seen if self._is_core(name)]
            seen.update(fresh)
            waiting.extend(fresh)
        return frozenset(known)

    def _is_core(self, module: str) -> bool:
        layer = self._layer_of(module)
        return layer is not None and layer.is_core


def _is_shared(layer: Layer | None) -> bool:
    return layer is not None and layer.role is Role.SHARED
