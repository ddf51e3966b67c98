"""A bundle: all names by which one module knows another one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import reexports
from archlint.model.finding import Evidence
from archlint.model.modules import Module
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Bundle:
    """Dependencies of one module on one other, those at run time first, each in its order."""

    names: tuple[Dependency, ...]

    @property
    def first(self) -> Dependency:
        """The dependency by which the bundle is told."""
        return self.names[0]

    @property
    def module(self) -> Module:
        """The module that knows the other one."""
        return self.first.importer

    @property
    def target(self) -> str:
        """The one name that is known, or where there are several, the module that they are of."""
        told = self._told
        return told[0] if len(told) == 1 else self.first.package or self.first.target

    @property
    def what(self) -> str:
        """The names, with the way in which the first one comes in."""
        short = ", ".join(name.rpartition(".")[2] for name in self._told)
        names = self.target if len(self._told) == 1 else f"{self.target} ({short})"
        return f"{names} {self.first.manner}".rstrip()

    @property
    def verb(self) -> str:
        """What one who knows a name so does with it."""
        return "uses" if self.first.is_chained else "imports"

    @property
    def place(self) -> Place:
        """Where it is told."""
        return self.first.place

    @property
    def also(self) -> tuple[Place, ...]:
        """The further places."""
        return tuple(sorted({name.place for name in self.names} - {self.place}))

    @property
    def is_soft(self) -> bool:
        """Whether only type checkers see any of it."""
        return all(name.is_soft for name in self.names)

    @property
    def reexports(self) -> tuple[Evidence, ...]:
        """Where the names are handed on."""
        return tuple(dict.fromkeys(reexports(self.names)))

    @property
    def _told(self) -> tuple[str, ...]:
        return tuple(sorted({name.told for name in self.names}))


def bundles(dependencies: Iterable[Dependency]) -> Iterator[Bundle]:
    """Yield a bundle for each pair of modules."""
    found: dict[tuple[str, str], list[Dependency]] = defaultdict(list)
    for dependency in dependencies:
        home = dependency.package or dependency.target
        found[dependency.importer.name, home].append(dependency)
    for names in found.values():
        yield Bundle(tuple(sorted(names, key=lambda name: (name.is_soft, name.place))))
