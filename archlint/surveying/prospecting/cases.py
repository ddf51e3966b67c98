"""Cases: a module to be weighed, with what is known of those around it."""

from collections.abc import Mapping
from dataclasses import dataclass

from archlint.model.architecture.layers import Role
from archlint.model.modules import Module
from archlint.surveying.prospecting.neighbours import Neighbours
from archlint.surveying.prospecting.signs import Signs

_SCRIPTS = frozenset({"scripts", "script", "bin"})


@dataclass(frozen=True)
class Witnesses:
    """What is known of a program; `tables` is the role of modules that declare tables.

    `trunk` is the dotted name of what holds everything, with a dot behind it.
    """

    signs: Signs
    neighbours: Neighbours
    tables: Role
    trunk: str = ""


@dataclass(frozen=True)
class Case:
    """A module, and the roles of the others as far as they are known."""

    witnesses: Witnesses
    module: Module
    known: Mapping[str, Role]
    is_early: bool

    @property
    def words(self) -> frozenset[str]:
        """The names on the way to it that are nearest."""
        return frozenset(name.lower() for name in self.module.name.split(".")[-2:])

    @property
    def sides(self) -> Mapping[Role, str]:
        """The roles that its libraries speak for."""
        return self.witnesses.neighbours.libraries.get(self.module.name, {})

    @property
    def imported(self) -> frozenset[Role]:
        """The roles of the modules that it imports."""
        return self._roles(self.witnesses.neighbours.imported)

    @property
    def importers(self) -> frozenset[Role]:
        """The roles of the modules that import it."""
        return self._roles(self.witnesses.neighbours.importers)

    @property
    def is_lonely(self) -> bool:
        """Whether nobody imports it."""
        return not self.witnesses.neighbours.importers.get(self.module.name)

    @property
    def is_script(self) -> bool:
        """Whether it lies where scripts do, nobody imports it, and it imports from the project."""
        is_top = "." not in self.module.name.removeprefix(self.witnesses.trunk)
        is_there = is_top or bool(self.words & _SCRIPTS)
        return is_there and self.is_lonely and not self.knows_nobody

    @property
    def knows_nobody(self) -> bool:
        """Whether it imports nothing of the project."""
        return not self.witnesses.neighbours.imported.get(self.module.name)

    @property
    def is_waiting(self) -> bool:
        """Whether something may be known later of a module beside it."""
        neighbours = self.witnesses.neighbours
        imported = neighbours.imported.get(self.module.name, frozenset())
        importers = neighbours.importers.get(self.module.name, frozenset())
        return self.is_early and not (imported | importers) <= self.known.keys()

    def _roles(self, others: Mapping[str, frozenset[str]]) -> frozenset[Role]:
        names = others.get(self.module.name, frozenset())
        return frozenset(self.known[name] for name in names if name in self.known)
