"""Rulings: which groups of modules another tool lets import which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class Group:
    """Modules that the other tool treats alike.

    `patterns` cover them in this project; `written` are the patterns that the settings shall have,
    wildcards of the other tool kept. Groups with the same `layer` never forbid one another and
    become one layer. `origin` is the item that the group comes from, `because` its author's reason.
    Past a closed group those further out may not reach; `public` are the modules of it that others
    may import, `libraries` the packages that it may, None where nobody says.
    """

    name: str
    layer: str
    patterns: tuple[Pattern, ...]
    written: tuple[Pattern, ...]
    origin: str = ""
    because: str = ""
    is_closed: bool = False
    public: tuple[str, ...] | None = None
    libraries: tuple[str, ...] | None = None


class Stance(StrEnum):
    """What is said of one group importing another."""

    FORBIDDEN = "forbidden"
    PERMITTED = "permitted"
    UNSAID = "unsaid"


Pair = tuple[str, str]
"""The names of an importing group and of an imported one."""


@dataclass(frozen=True)
class Rulings:
    """Groups, and for pairs of them what is said by whom, such as a contract's name.

    Where a group may not import itself, its parts may not know one another.
    """

    groups: tuple[Group, ...] = ()
    said: Mapping[Pair, Mapping[str, Stance]] = field(default_factory=dict)

    def stance(self, importer: str, imported: str) -> Stance:
        """Return what holds in the end: what one forbids no other can permit."""
        voices = self.said.get((importer, imported), {}).values()
        if Stance.FORBIDDEN in voices:
            return Stance.FORBIDDEN
        return Stance.PERMITTED if Stance.PERMITTED in voices else Stance.UNSAID

    def forbidders(self, importer: str, imported: str) -> tuple[str, ...]:
        """Return who forbids it."""
        voices = self.said.get((importer, imported), {})
        return tuple(by for by, stance in voices.items() if stance is Stance.FORBIDDEN)

    def group(self, module: Module) -> str | None:
        """Return the group of a module, that of its most specific pattern."""
        membership = self._architecture.membership(module)
        return membership.layer.name if membership else None

    def member(self, module: Module) -> str:
        """Return the part of its group that a module lies in, or ""."""
        membership = self._architecture.membership(module)
        return membership.member if membership else ""

    def inhabited(self, modules: Iterable[Module]) -> "Rulings":
        """Return the rulings without groups that none of the modules belongs to."""
        held = {self.group(module) for module in modules}
        said = {pair: voices for pair, voices in self.said.items() if held.issuperset(pair)}
        return Rulings(tuple(group for group in self.groups if group.name in held), said)

    def backed(self, modules: Iterable[Module], edges: Iterable[Pair]) -> "Rulings":
        """Return the rulings with a permission for what they do not speak of, but the code does.

        That keeps an order of layers from forbidding what nobody meant to forbid.
        """
        groups = {module.name: self.group(module) for module in modules}
        said = {pair: dict(voices) for pair, voices in self.said.items()}
        for importer, imported in sorted(edges):
            one, other = groups.get(importer), groups.get(imported)
            if one and other and one != other:
                said.setdefault((one, other), {"the code": Stance.PERMITTED})
        return Rulings(self.groups, said)

    @cached_property
    def _architecture(self) -> Architecture:
        return Architecture(
            tuple(Layer(group.name, 0, None, group.patterns) for group in self.groups)
        )
