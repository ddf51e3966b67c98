"""Quoted: names of libraries that annotations spell out in quotes, without an import."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archlint.model.catalog import Catalog
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.knowledge import UsesReader
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.outline import Guard, Import, ImportKind, Outline
from archlint.model.facts.uses import Manner, Use
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class Quoted:
    """Reads the uses of modules that may spell out the name of a library in the catalog."""

    names: Names
    outlines: Mapping[str, Outline]
    read_uses: UsesReader
    catalog: Catalog

    def of(self, modules: Iterable[Module]) -> Iterator[Dependency]:
        """Yield each library name that a module spells out, as an import for types would say it."""
        asked = [module for module in modules if self._may_spell(module)]
        read = self.read_uses(asked) if asked else {}
        for module in asked:
            for use in read[module.name].uses if module.name in read else ():
                if use.manner is Manner.SPELLS and not use.imported:
                    yield from self._dependency(module, use)

    def _may_spell(self, module: Module) -> bool:
        outline = self.outlines.get(module.name)
        return any(head in self.catalog.tops for head in outline.spelled) if outline else False

    def _dependency(self, module: Module, use: Use) -> Iterator[Dependency]:
        symbol = self.names.spelled(module.name, use.chain)
        if symbol.kind is SymbolKind.EXTERNAL and self.catalog.find(symbol.external):
            statement = Import(
                module=use.chain,
                name=None,
                alias=None,
                level=0,
                line=use.line,
                column=use.column,
                kind=ImportKind.TEXT,
                scope=use.scope,
                guard=Guard.TYPE_CHECKING,
            )
            yield Dependency(module, statement, symbol, literal="")
