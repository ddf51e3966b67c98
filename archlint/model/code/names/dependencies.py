"""A dependency: one imported name, resolved to what it stands for."""

from dataclasses import dataclass

from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.outline import Guard, Import, ImportKind, Scope
from archlint.model.modules import Module
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Dependency:
    """What `importer` imports in one statement; `literal` is the project module that it names.

    `literal` is "" where the statement names something outside the project. It differs from
    `symbol.module` when the name came through a re-export.
    """

    importer: Module
    statement: Import
    symbol: Symbol
    literal: str

    @property
    def place(self) -> Place:
        """Where the import statement stands."""
        return Place(self.importer.path, self.statement.line, self.statement.column + 1)

    @property
    def target(self) -> str:
        """The project module that the imported name belongs to, "" for what comes from outside."""
        return self.symbol.module or self.literal

    @property
    def library(self) -> str:
        """The dotted name of what comes from outside the project, "" for what is its own."""
        is_external = self.symbol.kind is SymbolKind.EXTERNAL and not self.literal
        return self.symbol.external if is_external else ""

    @property
    def is_soft(self) -> bool:
        """Whether only type checkers see the import."""
        return self.statement.guard is Guard.TYPE_CHECKING

    @property
    def is_main_only(self) -> bool:
        """Whether the import happens only when the file is run as a script."""
        return self.statement.guard is Guard.MAIN

    @property
    def manner(self) -> str:
        """How the name comes in, in words; "" for a plain import at the top of the file."""
        if self.statement.kind is ImportKind.DYNAMIC:
            return "by name at run time"
        if self.is_soft:
            return "for type checkers"
        if self.statement.scope is Scope.FUNCTION:
            return "inside a function"
        return "with a star" if self.statement.kind is ImportKind.STAR else ""
