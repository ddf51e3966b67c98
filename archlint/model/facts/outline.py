"""An outline: what one file imports and which names it binds at its top level."""

from dataclasses import dataclass
from enum import StrEnum

from archlint.model.facts.remarks import Remark
from archlint.model.facts.sharing import share


class ImportKind(StrEnum):
    """How a file names another module."""

    IMPORT = "import"
    FROM = "from"
    STAR = "star"
    DYNAMIC = "dynamic"
    USE = "use"  # as an attribute of a package that the file imports; never found by the skim
    TEXT = "text"  # in an annotation in quotes; never found by the skim


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

    def __post_init__(self) -> None:
        share(self, "module", "name", "alias")

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
    (`Base = declarative_base()`). `bases` are the dotted base classes, subscripts left out, and
    `decorators` the dotted decorators, calls left out.
    """

    name: str
    kind: DefinitionKind
    line: int
    target: str = ""
    bases: tuple[str, ...] = ()
    decorators: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        share(self, "name", "target")


@dataclass(frozen=True, slots=True)
class LazyExport:
    """A name that a module-level `__getattr__` serves, and the dotted place it comes from.

    The place begins with dots where it is relative to the package of the file. Lines count from 1,
    columns from 0.
    """

    name: str
    source: str
    line: int
    column: int = 0


class Registry(StrEnum):
    """Where a name in a string is looked up at run time, instead of being imported."""

    LABELLED = "labelled"  # by the label of a Django application and the name of a class in it
    NAMED = "named"  # by the name of a class alone
    DOTTED = "dotted"  # by a dotted name, or the end of one, under which something was registered


@dataclass(frozen=True, slots=True)
class Reference:
    """A class or function that a file names in a string; `home` is the label, or a dotted name.

    Lines count from 1, columns from 0.
    """

    registry: Registry
    home: str
    name: str
    line: int
    column: int
    scope: Scope = Scope.MODULE
    guard: Guard = Guard.NONE


@dataclass(frozen=True, slots=True)
class Outline:
    """Imports and top-level names of one file.

    `exports` is the literal `__all__`, None when there is none or it cannot be read.
    `lazy_exports` come from a literal map. `references` are names looked up at run time. `labels`
    are pairs: the label of a Django application that this file configures, and its package.
    `spelled` are the first names of the dotted names that stand in strings and type comments, as
    far as those look like annotations. `remarks` are what comments say to archlint.
    """

    imports: tuple[Import, ...] = ()
    definitions: tuple[Definition, ...] = ()
    exports: tuple[str, ...] | None = None
    lazy_exports: tuple[LazyExport, ...] = ()
    references: tuple[Reference, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    spelled: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
