"""Fixtures: which one a test gets by a name, through the conftest files above it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from archlint.model.code.names.resolution import Names
from archlint.model.facts.outline import ImportKind
from archlint.model.facts.suites import Kind, Routine, Suite
from archlint.model.modules import Module

CONFTEST = "conftest.py"


class Fixture(NamedTuple):
    """A fixture, and the file that defines it."""

    module: Module
    routine: Routine


class Fixtures:
    """The fixtures of a project; `suites` are its files of tests by the names of their modules."""

    def __init__(
        self, modules: Iterable[Module], suites: Mapping[str, Suite], names: Names
    ) -> None:
        self._suites = suites
        self._names = names
        self._by_name = {module.name: module for module in modules}
        self._conftests = {
            module.path.removesuffix(CONFTEST): module
            for module in self._by_name.values()
            if f"/{module.path}".endswith(f"/{CONFTEST}")
        }

    def asked(self, module: Module, routine: Routine) -> Iterator[Fixture]:
        """Yield the fixtures of the project that a routine asks for."""
        for name in routine.asked:
            if found := self._find(module, name, routine):
                yield found

    def behind(self, fixture: Fixture) -> tuple[Fixture, ...]:
        """Return a fixture and all that it asks for, directly or not."""
        found = {fixture: None}
        waiting = [fixture]
        while waiting:
            fresh = [f for f in self.asked(*waiting.pop(0)) if f not in found]
            found.update(dict.fromkeys(fresh))
            waiting.extend(fresh)
        return tuple(found)

    def in_force(self, module: Module) -> Iterator[Fixture]:
        """Yield the fixtures of a file that tests get without asking."""
        for routine in self._suites[module.name].routines:
            if routine.kind is Kind.FIXTURE and routine.is_autouse:
                yield Fixture(module, routine)

    @property
    def conftests(self) -> Iterator[tuple[str, Module]]:
        """The files of shared fixtures, with the folders whose tests they are for."""
        return iter(self._conftests.items())

    def _find(self, asking: Module, name: str, by: Routine) -> Fixture | None:
        """Return what a name stands for in a file; a fixture may ask for one that it overrides."""
        for module in (asking, *self._above(asking)):
            found = self._in(module, name)
            if found and found.routine is not by:
                return found
        return None

    def _above(self, module: Module) -> Iterator[Module]:
        """Yield the conftest files of the folders around a file, the nearest first."""
        folder = module.path
        while folder:
            folder = folder.rstrip("/").rpartition("/")[0]
            folder = f"{folder}/" if folder else ""
            conftest = self._conftests.get(folder)
            if conftest and conftest is not module:
                yield conftest

    def _in(self, module: Module, name: str, depth: int = 3) -> Fixture | None:
        """Return the fixture that a file defines by a name, or imports."""
        suite = self._suites.get(module.name)
        if suite is None or not depth:
            return None
        if routine := suite.fixture(name):
            return Fixture(module, routine)
        for statement in suite.imports:
            if statement.kind is ImportKind.STAR or statement.binds == name:
                home = self._names.locate(module.name, self._names.absolute(module.name, statement))
                there = self._by_name.get(home or "")
                wanted = name if statement.kind is ImportKind.STAR else statement.name or ""
                if there and (found := self._in(there, wanted, depth - 1)):
                    return found
        return None
