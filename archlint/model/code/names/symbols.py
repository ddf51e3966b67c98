"""A symbol: what a name stands for, once it is followed to where it is defined."""

from enum import StrEnum
from typing import NamedTuple

from archlint.model.place import Place


class SymbolKind(StrEnum):
    """What a name can stand for."""

    MODULE = "module"
    NAMESPACE = "namespace"
    CLASS = "class"
    FUNCTION = "function"
    VALUE = "value"
    EXTERNAL = "external"
    UNKNOWN = "unknown"


class Symbol(NamedTuple):
    """What a name stands for.

    `module` is the project module that defines it, "" for what comes from outside the project;
    `name` its qualified name there ("" for the module itself); a NAMESPACE, a folder of modules
    without an `__init__`, has only a name. `external` is the dotted name of
    something outside that it is or is made of: `sqlalchemy.orm.Session`, or with a call
    `flask_sqlalchemy.SQLAlchemy().Model`. `reexports` are the import statements that it was
    followed through, the first one first.
    """

    kind: SymbolKind
    module: str = ""
    name: str = ""
    external: str = ""
    reexports: tuple[Place, ...] = ()

    @property
    def dotted(self) -> str:
        """The full name, as an import would say it."""
        if not self.module:
            return self.external or self.name
        return f"{self.module}.{self.name}" if self.name else self.module

    def through(self, place: Place) -> "Symbol":
        """Return the symbol as seen by someone who reaches it through a re-export."""
        return self._replace(reexports=(place, *self.reexports))


UNKNOWN = Symbol(SymbolKind.UNKNOWN)
