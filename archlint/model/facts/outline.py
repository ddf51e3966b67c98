"""An outline: what one file imports and which names it binds at its top level."""

from dataclasses import dataclass
from enum import StrEnum


class ImportKind(StrEnum):
    """How a file names another module."""

    IMPORT = "import"
    FROM = "from"
    STAR = "star"
    DYNAMIC = "dynamic"


class Scope(StrEnum):
    """Where an import statement stands."""

    MODULE = "module"
    CLASS = "class"
    FUNCTION = "function"


class Guard(StrEnum):
    """What an import statement depends on."""

    NONE = "none"
    TYPE_CHECKING = "type-checking"
    TRY = "try"
    CONDITION = "condition"
    MAIN = "main"


@dataclass(frozen=True, slots=True)
class Import:
    """One name that an import statement brings in; `from a import b, c` gives two.

    `module` is the text after `from` or `import` without leading dots, `level` their number.
    `name` is None for `import a.b`; `"*"` for a star. Lines count from 1, columns from 0.
    """

    module: str
    name: str | None
    alias: str | None
    level: int
    line: int
    column: int
    kind: ImportKind = ImportKind.FROM
    scope: Scope = Scope.MODULE
    guard: Guard = Guard.NONE

    @property
    def binds(self) -> str:
        """The name that the importing file can use afterwards."""
        return self.alias or self.name or self.module.partition(".")[0]


class DefinitionKind(StrEnum):
    """What a top-level statement binds a name to."""

    CLASS = "class"
    FUNCTION = "function"
    ALIAS = "alias"
    CALL = "call"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Definition:
    """A name bound at the top level of a file by something else than an import.

    `target` is the dotted right-hand side of an alias (`X = a.b`), or the dotted callee of a call
    (`Base = declarative_base()`). `bases` are the dotted base classes, subscripts left out.
    """

    name: str
    kind: DefinitionKind
    line: int
    target: str = ""
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Imports and top-level names of one file.

    `exports` is the literal `__all__`, None when there is none or it cannot be read.
    `lazy_exports` are names that a module-level `__getattr__` serves from a literal map:
    pairs of the name and the dotted place it comes from, with leading dots where it is relative.
    """

    imports: tuple[Import, ...] = ()
    definitions: tuple[Definition, ...] = ()
    exports: tuple[str, ...] | None = None
    lazy_exports: tuple[tuple[str, str], ...] = ()
