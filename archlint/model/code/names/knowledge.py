"""Knowledge: every name by which the modules of a project know one another, or a library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.chains import chained, serves_types
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.registries import Registries
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.strangers import Acquaintance
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.outline import Import, ImportKind, Outline
from archlint.model.facts.uses import Uses
from archlint.model.modules import Module

UsesReader = Callable[[Sequence[Module]], Mapping[str, Uses]]
"""Reads the uses of some modules, by their names: a port, because it takes the files once more."""

_Seen = tuple[tuple[str, ...], str, str | None, ImportKind]
"""The roots around a module, and what an import in it says: all that its meaning depends on."""


def nothing(_: Sequence[Module]) -> Mapping[str, Uses]:
    """Read no uses: then only what import statements say is known."""
    return {}


class Knowledge:
    """What the modules know; `layer` tells the layer of a module.

    Uses are read only where they can matter: in modules that import an outer one, and in those
    that have a package at hand in which outer modules lie, or spell out the name of one.
    """

    def __init__(
        self,
        names: Names,
        outlines: Mapping[str, Outline],
        layer: Callable[[str], Layer | None],
        read_uses: UsesReader,
    ) -> None:
        self.outlines = outlines
        self._names = names
        self._layer = layer
        self._read_uses = read_uses
        self._acquaintance = Acquaintance(names, layer)
        self._meanings: dict[_Seen, tuple[Symbol, str]] = {}

    @cached_property
    def dependencies(self) -> tuple[Dependency, ...]:
        """Every name that every module knows, in the order of the modules."""
        return tuple(self._dependencies())

    def _dependencies(self) -> Iterator[Dependency]:
        for module, imported in self._imported.items():
            uses = self.uses.get(module.name)
            if uses is None:
                yield from imported
                continue
            for dependency in imported:
                is_bound = dependency.statement.kind in _BINDING
                only_types = is_bound and serves_types(dependency, uses)
                yield replace(dependency, only_types=True) if only_types else dependency
            yield from chained(self._names, module, uses, imported)

    @cached_property
    def everything(self) -> tuple[Dependency, ...]:
        """The dependencies, what registries are asked for, and what packages serve on demand."""
        registries = Registries(self._names, self.outlines)
        return (*self.dependencies, *registries.dependencies(), *self._served())

    def _served(self) -> Iterator[Dependency]:
        for module in self._names.modules:
            outline = self.outlines.get(module.name)
            for lazy in outline.lazy_exports if outline else ():
                statement = Import("", lazy.name, None, 1, lazy.line, lazy.column)
                symbol = self._names.resolve(module.name, lazy.name)
                if symbol.module:
                    yield Dependency(module, statement, symbol, symbol.module)

    @cached_property
    def uses(self) -> Mapping[str, Uses]:
        """The uses of the modules in which they can matter."""
        asked = [m for m, imported in self._imported.items() if self._matters(m, imported)]
        return self._read_uses(asked) if asked else {}

    @cached_property
    def _imported(self) -> Mapping[Module, tuple[Dependency, ...]]:
        found: dict[Module, tuple[Dependency, ...]] = {}
        for module in self._names.modules:
            outline = self.outlines.get(module.name)
            statements = outline.imports if outline else ()
            found[module] = tuple(self.dependency(module, each) for each in statements)
        return found

    def dependency(self, module: Module, statement: Import) -> Dependency:
        """Return what a module knows by an import statement."""
        base = self._names.absolute(module.name, statement)
        view = self._names.locations.view(module.name)
        key = (view, base, statement.name, statement.kind)
        if key not in self._meanings:  # thousands of modules may import the same
            self._meanings[key] = self._meaning(module, statement, base)
        symbol, literal = self._meanings[key]
        return Dependency(module, statement, symbol, literal)

    def _meaning(self, module: Module, statement: Import, base: str) -> tuple[Symbol, str]:
        """Return what an import brings in, and the project module that it names, or ""."""
        literal = self._names.locate(module.name, base)
        if statement.name and not literal:
            full = f"{base}.{statement.name}" if base else statement.name
            literal = self._names.locate(module.name, full)
        symbol = self._names.resolve_import(module.name, statement)
        if symbol.kind is SymbolKind.UNKNOWN and not literal:
            literal = self._layered_package(module, base)
        return symbol, literal or ""

    def _layered_package(self, module: Module, dotted: str) -> str | None:
        """Return the layered package that a module must lie in which has no readable file.

        It may be compiled or generated; the package says all the same where it belongs.
        """
        while dotted := dotted.rpartition(".")[0]:
            package = self._names.locate(module.name, dotted)
            if package and self._layer(package):
                return package
        return None

    def _matters(self, module: Module, imported: Sequence[Dependency]) -> bool:
        layer = self._layer(module.name)
        strangers = self._acquaintance.strangers(layer)
        if not strangers.modules:
            return False
        outline = self.outlines.get(module.name)
        if outline and not strangers.packages.isdisjoint(outline.spelled):
            return True
        direct = strangers.modules if layer else frozenset()
        return any(
            each.target in direct or _package(each, self._names) in strangers.packages
            for each in imported
            if each.is_static
        )


_BINDING = frozenset({ImportKind.IMPORT, ImportKind.FROM})


def _package(dependency: Dependency, names: Names) -> str:
    """Return the dotted name of the package that an import statement binds a name to, or ""."""
    statement = dependency.statement
    if statement.kind is ImportKind.IMPORT and statement.alias is None:
        return statement.module.partition(".")[0]
    if dependency.symbol.kind is SymbolKind.MODULE:
        return names.import_name(dependency.symbol.module)
    return dependency.package
