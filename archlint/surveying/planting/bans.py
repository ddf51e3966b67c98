"""Bans: what a part of the program must not import, as the settings say it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.layers import Layer
from archlint.model.codebase import Codebase
from archlint.model.modules import Module
from archlint.surveying.planting.libraries import forbidden_libraries

MOST_IMPORTERS = 3
OUTWARD = ("outward-import", "outward-type-import")
SIDEWAYS = ("sideways-import",)
FRAMEWORK = ("framework-import",)
TRIED_RULES = frozenset({*OUTWARD, *SIDEWAYS, *FRAMEWORK})
"""The rules that are put to the test; all of them look at imports alone."""


@dataclass(frozen=True, slots=True)
class Plant:
    """An import of `imported`, a dotted name, that is put into a module."""

    importer: Module
    imported: str


@dataclass(frozen=True, slots=True)
class Ban:
    """One part of the program must not import another, or a library.

    `rules` are those of which one has to catch it. Without `plants` it cannot be tried, and `lack`
    says why.
    """

    here: str
    there: str
    rules: tuple[str, ...]
    plants: tuple[Plant, ...]
    lack: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Modules that belong together, under a name."""

    name: str
    modules: tuple[Module, ...]


def bans(codebase: Codebase) -> Iterator[Ban]:
    """Yield every ban that the architecture implies: between layers, in layers, on libraries."""
    groups = _groups(codebase, lambda membership: membership.layer.name)
    layers = sorted(codebase.architecture.layers, key=lambda layer: layer.ring)
    for here, there in permutations(layers, 2):
        if rules := _rules_between(here, there):
            yield _ban(codebase, groups[here.name], groups[there.name], rules)
    for layer in layers:
        if layer.independent:
            yield from _between_members(codebase, layer)
        if layer.is_core:
            yield from _on_libraries(codebase, layer, groups[layer.name])


def _groups(codebase: Codebase, name: Callable[[Membership], str]) -> Mapping[str, Group]:
    """Return the layered modules by a name that their memberships give them."""
    found: dict[str, list[Module]] = defaultdict(list)
    found.update({layer.name: [] for layer in codebase.architecture.layers})
    for module in codebase.modules:
        if membership := codebase.memberships.get(module.name):
            found[name(membership)].append(module)
    return {name: Group(name, tuple(modules)) for name, modules in found.items()}


def _rules_between(here: Layer, there: Layer) -> tuple[str, ...]:
    """Return the rules that forbid an import from one layer to the other, () where none does."""
    if not here.may_import(there):
        return OUTWARD
    return SIDEWAYS if here.keeps_apart_from(there) else ()


def _between_members(codebase: Codebase, layer: Layer) -> Iterator[Ban]:
    """Yield a ban from each member of a layer to the next one: pairs enough to try every member."""

    def member(membership: Membership) -> str:
        is_here = membership.layer is layer and membership.member
        return f"{layer.name}/{membership.member}" if is_here else ""

    groups = [group for name, group in _groups(codebase, member).items() if "/" in name]
    for here, there in pairwise([*groups, groups[0]] if len(groups) > 1 else []):
        yield _ban(codebase, here, there, SIDEWAYS)


def _on_libraries(codebase: Codebase, layer: Layer, group: Group) -> Iterator[Ban]:
    for library in forbidden_libraries(codebase, layer):
        importers = _importers(codebase, group)
        plants = tuple(Plant(importer, library.name) for importer in importers)
        there = f"{library.name} ({library.kind})"
        yield Ban(group.name, there, FRAMEWORK, plants, _lack(group, plants, there))


def _ban(codebase: Codebase, here: Group, there: Group, rules: tuple[str, ...]) -> Ban:
    plants = tuple(_plants(codebase, here, there))
    lack = _lack(there, there.modules, there.name) or _lack(here, plants, there.name)
    return Ban(here.name, there.name, rules, plants, lack)


def _plants(codebase: Codebase, here: Group, there: Group) -> Iterator[Plant]:
    for importer in _importers(codebase, here):
        if dotted := _reachable(codebase, importer, there.modules):
            yield Plant(importer, dotted)


def _importers(codebase: Codebase, group: Group) -> Sequence[Module]:
    """Return a few modules, from the first to the last, that could be read."""
    readable = [module for module in group.modules if module.name in codebase.outlines]
    step = max(1, (len(readable) - 1) // (MOST_IMPORTERS - 1))
    return readable[::step][:MOST_IMPORTERS]


def _reachable(codebase: Codebase, importer: Module, modules: Sequence[Module]) -> str:
    """Return the name by which a module can import one of these, "" where there is none."""
    for module in modules:
        for dotted in (module.import_name, module.path_name):
            if codebase.names.locate(importer.name, dotted) == module.name:
                return dotted
    return ""


def _lack(group: Group, needed: Sequence[object], imported: str) -> str:
    if not group.modules:
        return f"no module is in {group.name}"
    return "" if needed else f"no module of {group.name} can import {imported} by its name"
