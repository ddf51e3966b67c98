"""The facts of a set of files, wherever the files are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.facts.suites import Suite
from archlint.model.facts.uses import Uses
from archlint.model.modules import Module, Unreadable

Fact = TypeVar("Fact")

Facts: TypeAlias = tuple[Mapping[str, Fact], tuple[Unreadable, ...]]
"""What files say, by the names of their modules, and the modules that cannot be read."""


@dataclass(frozen=True, slots=True)
class Discovered:
    """The modules of a project in the order of their paths; tests apart.

    `roots` are the folders that imports start from, relative, "" for the folder itself.
    """

    modules: tuple[Module, ...]
    tests: tuple[Module, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    roots: tuple[str, ...] = ("",)


class Sources(Protocol):
    """Files that can be read: on the disk, or in memory."""

    def discover(
        self,
        source_roots: tuple[str, ...] | None,
        exclude: tuple[str, ...],
        tests: tuple[str, ...],
    ) -> Discovered:
        """Find the modules; roots that are None are found, too."""
        ...

    def text(self, path: str) -> str | None:
        """Return what any file of the project says, None where there is none."""
        ...

    def below(self, folder: str) -> tuple[str, ...]:
        """Return every Python file below a folder, also what discovery leaves out, sorted."""
        ...

    def outlines(self, modules: Sequence[Module]) -> Facts[Outline]:
        """Skim the modules."""
        ...

    def structures(self, modules: Sequence[Module]) -> Facts[Structure]:
        """Study the modules."""
        ...

    def uses(self, modules: Sequence[Module]) -> Facts[Uses]:
        """Read what the modules do with what they import."""
        ...

    def suites(self, modules: Sequence[Module]) -> Facts[Suite]:
        """Read what files of tests say."""
        ...
