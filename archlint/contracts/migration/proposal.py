"""A proposal: the settings to be, and what became of everything that the other tool was told."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from archlint.contracts.migration.arrangement import Arrangement, Drafted, arrange
from archlint.contracts.migration.configuration import Peer
from archlint.contracts.migration.naming import named
from archlint.contracts.migration.outcomes import Item
from archlint.contracts.migration.project import Project
from archlint.contracts.migration.rulings import Group, Rulings
from archlint.contracts.migration.translation import Translation
from archlint.model.architecture.architecture import Architecture, TieError
from archlint.model.architecture.layers import Role


@dataclass(frozen=True, slots=True)
class NewAllowance:
    """A breach that shall stay permitted."""

    rule: str
    source: str
    target: str
    because: str


@dataclass(frozen=True)
class Proposal:
    """What shall be written, and what is to be said about it."""

    peer: Peer
    file: str
    translation: Translation
    arrangement: Arrangement
    items: Mapping[str, Item]
    usual_role: Callable[[str], Role | None]
    allowances: tuple[NewAllowance, ...] = ()

    @property
    def layers(self) -> tuple[Drafted, ...]:
        """The layers, innermost first."""
        return self.arrangement.drafted

    @property
    def rulings(self) -> Rulings:
        """What the other tool says of the groups that became layers."""
        return self.arrangement.rulings

    @cached_property
    def layer_of(self) -> Mapping[str, str]:
        """By group, the name of the layer that it became a part of."""
        return {group.name: each.layer.name for each in self.layers for group in each.groups}


def propose(peer: Peer, file: str, translation: Translation, project: Project) -> Proposal:
    """Put what was said into layers, and say of each item what is lost or added by that."""
    rulings = translation.rulings.inhabited(project.modules)
    if peer is not Peer.IMPORT_LINTER:
        rulings = rulings.backed(project.modules, project.edges)
    drafted = _drafted(rulings, project)
    arrangement = Arrangement(rulings, tuple(named(drafted, project)))
    items = dict(translation.items)
    for name, says in _differences(arrangement):
        if name in items:
            items[name] = items[name].partly(*says)
    return Proposal(
        peer=peer,
        file=file,
        translation=translation,
        arrangement=arrangement,
        items=items,
        usual_role=project.usual_role,
    )


def _drafted(rulings: Rulings, project: Project) -> tuple[Drafted, ...]:
    """Return layers whose patterns put every module where it belongs.

    A wildcard of the other tool may lose against a pattern that says more; it is left out then.
    """
    plain: frozenset[str] = frozenset()
    while True:
        drafted = arrange(rulings, plain).drafted
        misplaced = frozenset(_misplaced(drafted, rulings, project)) - plain
        if not misplaced:
            return drafted
        plain |= misplaced


def _misplaced(drafted: Sequence[Drafted], rulings: Rulings, project: Project) -> Iterator[str]:
    architecture = Architecture(tuple(each.layer for each in drafted))
    layer_of = {group.name: each.layer.name for each in drafted for group in each.groups}
    for module in project.modules:
        wanted = layer_of.get(rulings.group(module) or "")
        try:
            found = architecture.membership(module)
        except TieError:
            yield from layer_of.values()
            return
        if wanted and (found is None or found.layer.name != wanted):
            yield wanted
            yield found.layer.name if found else wanted


def with_allowances(proposal: Proposal, allowances: Iterable[NewAllowance]) -> Proposal:
    """Return the proposal with these allowances, each once."""
    return replace(proposal, allowances=tuple(dict.fromkeys(allowances)))


def _differences(arrangement: Arrangement) -> Iterator[tuple[str, tuple[str, ...]]]:
    told: dict[str, list[str]] = defaultdict(list)
    rulings = arrangement.rulings
    looser: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, other in arrangement.looser:
        for by in rulings.forbidders(one.name, other.name):
            looser[by, one.name].append(_part_of(one, other))
    for (by, importer), imported in looser.items():
        told[by].append(f"lost: archlint lets {importer} import {_listed(imported)}")
    stricter: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, other in arrangement.stricter:
        stricter[one.origin, one.name].append(_part_of(one, other))
    for (by, importer), imported in stricter.items():
        told[by].append(f"added: archlint does not let {importer} import {_listed(imported)}")
    for by, says in told.items():
        yield by, tuple(_capped(says))


def _part_of(one: Group, other: Group) -> str:
    return "its other parts" if one is other else other.name


_MOST = 6


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST
    tail = f" and {more} more" if more > 0 else ""
    return ", ".join(names[:_MOST]) + tail


def _capped(says: list[str]) -> Iterator[str]:
    yield from says[:_MOST]
    if len(says) > _MOST:
        yield f"and {len(says) - _MOST} more modules like these"
