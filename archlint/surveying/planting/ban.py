"""A ban: what a part of the program must not import, and imports that would break it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archlint.model.codebase import Codebase
from archlint.model.modules import Module

MOST_IMPORTERS = 3


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


def groups_by(codebase: Codebase, name: Callable[[Module], str]) -> Mapping[str, Group]:
    """Return the modules in groups, those that get no name left out."""
    found: dict[str, list[Module]] = {}
    for module in codebase.modules:
        if told := name(module):
            found.setdefault(told, []).append(module)
    return {told: Group(told, tuple(modules)) for told, modules in found.items()}


def ban_between(codebase: Codebase, here: Group, there: Group, rules: tuple[str, ...]) -> Ban:
    """Return the ban on imports of one group in another."""
    plants = tuple(_plants(codebase, here, there))
    lack = "" if plants else _lack(codebase, here, there)
    return Ban(here.name, there.name, rules, plants, lack)


def ban_of_library(codebase: Codebase, here: Group, library: str, rules: tuple[str, ...]) -> Ban:
    """Return the ban on a library in a group."""
    plants = tuple(Plant(importer, library) for importer in _importers(codebase, here))
    lack = "" if plants else _lack(codebase, here)
    return Ban(here.name, library, rules, plants, lack)


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


def _lack(codebase: Codebase, here: Group, there: Group | None = None) -> str:
    """Say why nothing can be planted."""
    for group in (here, there):
        if group and not group.modules:
            return f"no module is in {group.name}"
    if not _importers(codebase, here):
        return f"no module of {here.name} could be read"
    return f"no module of {here.name} can import one of {there.name} by its name" if there else ""
