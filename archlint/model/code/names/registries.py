"""Registries: what a name in a string stands for that a framework looks up at run time."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cached_property

from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.outline import (
    DefinitionKind,
    Import,
    ImportKind,
    Outline,
    Reference,
    Registry,
)
from archlint.model.modules import Module

_FOUND = {
    DefinitionKind.CLASS: SymbolKind.CLASS,
    DefinitionKind.FUNCTION: SymbolKind.FUNCTION,
}


class Registries:
    """Looks names up as frameworks do; where several things could be meant, none is."""

    def __init__(self, names: Names, outlines: Mapping[str, Outline]) -> None:
        self._names = names
        self._outlines = outlines
        self._known_endings: dict[str, set[str]] = {}

    def dependencies(self) -> Iterator[Dependency]:
        """Yield what modules name in strings, as far as it can be found in the project."""
        for module in self._names.modules:
            outline = self._outlines.get(module.name)
            for reference in outline.references if outline else ():
                if symbol := self._symbol(module, reference):
                    yield _dependency(module, reference, symbol)

    def _symbol(self, module: Module, reference: Reference) -> Symbol | None:
        if reference.registry is Registry.DOTTED:
            dotted = self._dotted(module, reference)
            return dotted or self._only(reference, self._ending(reference.home))
        if reference.registry is Registry.NAMED:
            return self._only(reference, self._outlines)
        return self._only(reference, self._labelled(reference.home))

    def _dotted(self, module: Module, reference: Reference) -> Symbol | None:
        home = self._names.locate(module.name, reference.home)
        symbol = self._names.resolve(home, reference.name) if home else None
        return symbol if symbol and symbol.module else None

    def _only(self, reference: Reference, among: Container[str]) -> Symbol | None:
        """Return what goes by the name in some modules, if there is exactly one such thing."""
        known = self._by_name.get(reference.name.lower(), ())
        found = [symbol for symbol in known if symbol.module in among]
        exact = [symbol for symbol in found if symbol.name == reference.name]
        if reference.registry is Registry.LABELLED and not exact:
            exact = found  # Django does not tell capitals from small letters here
        return exact[0] if len(exact) == 1 else None

    def _labelled(self, label: str) -> set[str]:
        """Return the modules of a Django application: one that is configured, or named so."""
        below = self._names.locations.below
        packages = [package for known, package in self._labels if known == label]
        if packages:
            return {module for package in packages for module in below.get(package, ())}
        return self._ending(label)

    def _ending(self, home: str) -> set[str]:
        """Return the modules in packages whose dotted names end in another one."""
        if home not in self._known_endings:
            below = self._names.locations.below
            packages = [p for p in below if p == home or p.endswith(f".{home}")]
            found = {module for package in packages for module in below[package]}
            self._known_endings[home] = found
        return self._known_endings[home]

    @cached_property
    def _labels(self) -> tuple[tuple[str, str], ...]:
        return tuple(label for outline in self._outlines.values() for label in outline.labels)

    @cached_property
    def _by_name(self) -> Mapping[str, list[Symbol]]:
        found: dict[str, list[Symbol]] = defaultdict(list)
        for module, outline in self._outlines.items():
            for definition in outline.definitions:
                if kind := _FOUND.get(definition.kind):
                    symbol = Symbol(kind, module=module, name=definition.name)
                    found[definition.name.lower()].append(symbol)
        return found


def _dependency(module: Module, reference: Reference, symbol: Symbol) -> Dependency:
    statement = Import(
        module=reference.home,
        name=reference.name,
        alias=None,
        level=0,
        line=reference.line,
        column=reference.column,
        kind=ImportKind.DYNAMIC,
        scope=reference.scope,
        guard=reference.guard,
    )
    return Dependency(module, statement, symbol, symbol.module)
