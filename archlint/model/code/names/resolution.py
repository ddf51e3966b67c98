"""Name resolution across files: from a name in a module to what it stands for.

Follows import bindings, re-exports, stars, aliases and literal `__getattr__` maps, as the import
system would at run time; what cannot be followed is UNKNOWN and never guessed.
"""

import builtins
from collections.abc import Iterable, Mapping

from archlint.model.code.names.locating import Locations
from archlint.model.code.names.symbols import UNKNOWN, Symbol, SymbolKind
from archlint.model.facts.outline import (
    Definition,
    DefinitionKind,
    Import,
    ImportKind,
    LazyExport,
    Outline,
)
from archlint.model.modules import Module
from archlint.model.place import Place

MOST_STEPS = 12

_KINDS = {
    DefinitionKind.CLASS: SymbolKind.CLASS,
    DefinitionKind.FUNCTION: SymbolKind.FUNCTION,
}
_BUILTINS = frozenset(dir(builtins))
_NOTHING = Outline()


class Names:
    """The names of a project, by module."""

    def __init__(self, modules: Iterable[Module], outlines: Mapping[str, Outline]) -> None:
        self._modules = {module.name: module for module in modules}
        self.locations = Locations(self._modules.values())
        self._outlines = outlines
        self._bindings: dict[str, dict[str, Import | Definition]] = {}
        self._resolved: dict[tuple[str, str], Symbol] = {}
        self._starts: dict[tuple[str, int], str] = {}

    def resolve(self, module: str, dotted: str, steps: int = MOST_STEPS) -> Symbol:
        """Return what `dotted` stands for where `module` uses it."""
        key = (module, dotted)
        if key not in self._resolved:
            head, *rest = dotted.split(".")
            symbol = self._member(module, head, steps)
            if symbol is UNKNOWN and head in _BUILTINS:
                symbol = Symbol(SymbolKind.EXTERNAL, external=f"builtins.{head}")
            for name in rest:
                symbol = self._attribute(module, symbol, name, steps)
            if steps < MOST_STEPS:
                return symbol
            self._resolved[key] = symbol
        return self._resolved[key]

    def resolve_import(self, module: str, statement: Import, steps: int = MOST_STEPS) -> Symbol:
        """Return what an import brings in: for `import a.b.c` that is the module `a.b.c`."""
        base = self.absolute(module, statement)
        if statement.name is None or statement.kind is ImportKind.STAR:
            return self._module_symbol(module, base)
        full = f"{base}.{statement.name}" if base else statement.name
        if found := self.locate(module, base):
            symbol = self._member(found, statement.name, steps - 1)
            if symbol is not UNKNOWN:
                return symbol
        symbol = self._module_symbol(module, full)
        if symbol.kind is SymbolKind.UNKNOWN and found:
            return Symbol(SymbolKind.UNKNOWN, module=found, name=statement.name)
        return symbol

    def absolute(self, module: str, statement: Import) -> str:
        """Return the dotted name that an import statement starts from, without leading dots."""
        if not statement.level:
            return statement.module
        start = self._start(module, statement.level)
        return ".".join(filter(None, (start, statement.module)))

    def _start(self, module: str, level: int) -> str:
        """Return the package that so many leading dots stand for in a module."""
        if (module, level) not in self._starts:
            package = self._modules[module].import_package.split(".")
            kept = package[: len(package) - level + 1]
            self._starts[module, level] = ".".join(filter(None, kept))
        return self._starts[module, level]

    @property
    def modules(self) -> Iterable[Module]:
        """All modules, in their order."""
        return self._modules.values()

    def import_name(self, module: str) -> str:
        """Return the dotted name by which code of its own root imports a module."""
        return self._modules[module].import_name

    def locate(self, importer: str, dotted: str) -> str | None:
        """Return the project module that `dotted` names for `importer`."""
        return self.locations.locate(importer, dotted)

    def beyond(self, module: str, statement: Import, chain: str) -> Symbol:
        """Return what a chain of names stands for whose first name an import statement binds."""
        head, *rest = chain.split(".")
        if statement.name is None and statement.alias is None:
            symbol = self._module_symbol(module, head)
        else:
            symbol = self.resolve_import(module, statement)
        for name in rest:
            following = self._attribute(module, symbol, name, MOST_STEPS)
            if following.kind is SymbolKind.UNKNOWN:
                break
            symbol = following
        return symbol

    def spelled(self, module: str, dotted: str) -> Symbol:
        """Return what a dotted name stands for that begins with a package, without an import."""
        statement = Import(dotted, name=None, alias=None, level=0, line=1, column=0)
        return self.beyond(module, statement, dotted)

    def bindings(self, module: str) -> Mapping[str, Import | Definition]:
        """Return what each name of a module is bound to; imports inside functions come last."""
        if module not in self._bindings:
            outline = self._outlines.get(module, _NOTHING)
            named: dict[str, Import | Definition] = {}
            statements = sorted(outline.imports, key=lambda i: i.scope != "module")
            for statement in statements:
                if statement.kind in {ImportKind.IMPORT, ImportKind.FROM}:
                    named.setdefault(statement.binds, statement)
            named.update({d.name: d for d in outline.definitions if d.name not in named})
            self._bindings[module] = named
        return self._bindings[module]

    def _member(self, module: str, name: str, steps: int) -> Symbol:
        if steps <= 0:
            return UNKNOWN
        binding = self.bindings(module).get(name)
        if isinstance(binding, Definition):
            return self._defined(module, binding, steps)
        if isinstance(binding, Import):
            return self._imported(module, binding, steps)
        return self._served(module, name, steps)

    def _defined(self, module: str, definition: Definition, steps: int) -> Symbol:
        kind = _KINDS.get(definition.kind, SymbolKind.VALUE)
        external = ""
        if definition.kind in {DefinitionKind.ALIAS, DefinitionKind.CALL}:
            source = self._aliased(module, definition, steps)
            if definition.kind is DefinitionKind.ALIAS and source.module:
                place = Place(self._modules[module].path, definition.line)
                return source if source.module == module else source.through(place)
            call = "()" if definition.kind is DefinitionKind.CALL else ""
            external = source.external and source.external + call
        return Symbol(kind, module=module, name=definition.name, external=external)

    def _aliased(self, module: str, definition: Definition, steps: int) -> Symbol:
        if definition.target.partition(".")[0] == definition.name:
            return UNKNOWN
        return self.resolve(module, definition.target, steps - 1)

    def _imported(self, module: str, statement: Import, steps: int) -> Symbol:
        if statement.name is None and statement.alias is None:
            return self._module_symbol(module, statement.module.partition(".")[0])
        symbol = self.resolve_import(module, statement, steps)
        return symbol.through(self._place(module, statement))

    def _served(self, module: str, name: str, steps: int) -> Symbol:
        outline = self._outlines.get(module, _NOTHING)
        for lazy in outline.lazy_exports:
            if lazy.name == name:
                symbol = self._source(module, lazy.source, steps)
                is_unknown = symbol is UNKNOWN
                return symbol if is_unknown else symbol.through(self._place(module, lazy))
        for statement in outline.imports:
            if statement.kind is ImportKind.STAR:
                symbol = self._starred(module, statement, name, steps)
                if symbol is not UNKNOWN:
                    return symbol
        return UNKNOWN

    def _source(self, module: str, dotted: str, steps: int) -> Symbol:
        """Resolve the dotted name that a lazy re-export gives, relative if it starts with dots.

        Its map may name the home of the name, or in full the object itself: then the name that is
        asked for stands one time too many at the end.
        """
        for text in (dotted, dotted.rpartition(".")[0]):
            base, _, name = text.lstrip(".").rpartition(".")
            level = len(text) - len(text.lstrip("."))
            statement = Import(base, name, alias=None, level=level, line=1, column=0)
            symbol = self.resolve_import(module, statement, steps)
            if symbol.kind is not SymbolKind.UNKNOWN:
                return symbol
        return UNKNOWN

    def _starred(self, module: str, statement: Import, name: str, steps: int) -> Symbol:
        base = self.locate(module, self.absolute(module, statement))
        if base is None or base == module:
            return UNKNOWN
        exports = self._outlines.get(base, _NOTHING).exports
        hidden = name.startswith("_") if exports is None else name not in exports
        if hidden:
            return UNKNOWN
        symbol = self._member(base, name, steps - 1)
        is_unknown = symbol is UNKNOWN
        return symbol if is_unknown else symbol.through(self._place(module, statement))

    def _place(self, module: str, fact: Import | LazyExport) -> Place:
        return Place(self._modules[module].path, fact.line, fact.column + 1)

    def _module_symbol(self, module: str, dotted: str) -> Symbol:
        if found := self.locate(module, dotted):
            return Symbol(SymbolKind.MODULE, module=found)
        if dotted in self.locations.packages:
            return Symbol(SymbolKind.NAMESPACE, name=dotted)
        if self.locations.is_own(module, dotted):
            return UNKNOWN
        return Symbol(SymbolKind.EXTERNAL, external=dotted)

    def _attribute(self, module: str, owner: Symbol, name: str, steps: int) -> Symbol:
        if owner.kind in {SymbolKind.MODULE, SymbolKind.NAMESPACE}:
            return self._module_attribute(module, owner, name, steps)
        if owner.external:
            external = f"{owner.external}.{name}"
            return Symbol(SymbolKind.EXTERNAL, external=external, reexports=owner.reexports)
        if owner.module and owner.name:
            return Symbol(SymbolKind.VALUE, owner.module, f"{owner.name}.{name}")
        return UNKNOWN

    def _module_attribute(self, module: str, owner: Symbol, name: str, steps: int) -> Symbol:
        dotted = owner.name
        if owner.module:
            dotted = self._modules[owner.module].import_name
            symbol = self._member(owner.module, name, steps - 1)
            if symbol is not UNKNOWN:
                return symbol
        return self._module_symbol(module, f"{dotted}.{name}")
