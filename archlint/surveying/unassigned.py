"""The modules that no layer claims, by folder."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archlint.model.codebase import Codebase
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class LooseModule:
    """A module of no layer, and how many modules of layers import it."""

    module: Module
    importers: int


@dataclass(frozen=True, slots=True)
class LooseFolder:
    """The modules of no layer that lie in one folder, "" for the top one.

    `importers` are modules of layers, each counted once however much it imports from here.
    """

    folder: str
    modules: tuple[LooseModule, ...]
    importers: int


@dataclass(frozen=True, slots=True)
class UnassignedSurvey:
    """Folders that hold modules of no layer, those first on which most layered modules lean.

    Modules with nothing in them are left out, of `modules` as well.
    """

    folders: tuple[LooseFolder, ...]
    modules: int
    layered: int


def survey_unassigned(codebase: Codebase) -> UnassignedSurvey:
    """Return what lies in no layer."""
    layered = len(codebase.memberships)
    folders = sorted(_folders(codebase), key=lambda each: (-each.importers, each.folder))
    return UnassignedSurvey(tuple(folders), layered + len(codebase.holes), layered)


def _folders(codebase: Codebase) -> Iterator[LooseFolder]:
    importers = _importers(codebase)
    folders: dict[str, list[Module]] = defaultdict(list)
    for module in codebase.holes:
        folders[module.path.rpartition("/")[0]].append(module)
    for folder, modules in folders.items():
        loose = tuple(LooseModule(module, len(importers[module.name])) for module in modules)
        leaning = {name for module in modules for name in importers[module.name]}
        yield LooseFolder(folder, loose, len(leaning))


def _importers(codebase: Codebase) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for dependency in codebase.dependencies:
        importer = dependency.importer.name
        if dependency.target and codebase.layer(importer):
            found[dependency.target].add(importer)
    return found
