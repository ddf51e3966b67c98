"""A dependency: one name by which a module knows another, resolved to what it stands for."""

from dataclasses import dataclass

from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.outline import Guard, Import, ImportKind, Scope
from archlint.model.modules import Module
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Dependency:
    """What `importer` knows by one statement; `literal` is the project module that it names.

    `literal` is "" where the statement names something outside the project. It differs from
    `symbol.module` when the name came through a re-export. Where there is no import of the name
    itself (ImportKind.USE and TEXT), `statement` is the one that would bring it in. `only_types`
    says that every use of the name is there for the sake of types, as far as uses were read.
    """

    importer: Module
    statement: Import
    symbol: Symbol
    literal: str
    only_types: bool = False

    @property
    def place(self) -> Place:
        """Where the statement stands."""
        return Place(self.importer.path, self.statement.line, self.statement.column + 1)

    @property
    def target(self) -> str:
        """The project module that the imported name belongs to, "" for what comes from outside."""
        return self.symbol.module or self.literal

    @property
    def package(self) -> str:
        """The folder of modules without an `__init__` that is imported as a whole, or ""."""
        return self.symbol.name if self.symbol.kind is SymbolKind.NAMESPACE else ""

    @property
    def library(self) -> str:
        """The dotted name of what comes from outside the project, "" for what is its own."""
        is_external = self.symbol.kind is SymbolKind.EXTERNAL and not self.literal
        return self.symbol.external if is_external else ""

    @property
    def told(self) -> str:
        """The name that is known, in full, as far as it can be followed."""
        name = self.statement.name
        if self.symbol.module and self.symbol.name:
            return self.symbol.dotted
        if self.package:
            return self.package
        if self.symbol.module or name in {None, "*"}:
            return self.target
        return f"{self.target}.{name}"

    @property
    def is_soft(self) -> bool:
        """Whether only type checkers see the import."""
        return self.statement.guard is Guard.TYPE_CHECKING

    @property
    def is_main_only(self) -> bool:
        """Whether the import happens only when the file is run as a script."""
        return self.statement.guard is Guard.MAIN

    @property
    def is_static(self) -> bool:
        """Whether an import statement brings the name in."""
        return self.statement.kind in _STATIC

    @property
    def is_chained(self) -> bool:
        """Whether the name is only used, or spelled out: another import, or none, leads to it."""
        return self.statement.kind in {ImportKind.USE, ImportKind.TEXT}

    @property
    def manner(self) -> str:
        """How the name comes in, in words; "" for a plain import at the top of the file."""
        kind = self.statement.kind
        if kind in _IN_WORDS:
            return _IN_WORDS[kind]
        if self.is_soft:
            return "for type checkers"
        return "inside a function" if self.statement.scope is Scope.FUNCTION else ""


_STATIC = frozenset({ImportKind.IMPORT, ImportKind.FROM, ImportKind.STAR})
_IN_WORDS = {
    ImportKind.DYNAMIC: "by name at run time",
    ImportKind.TEXT: "in quotes",
    ImportKind.USE: "through a package",
    ImportKind.STAR: "with a star",
}
