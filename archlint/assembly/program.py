"""A program, read: its files as facts, placed in the layers of its settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.limits import require
from archlint.checks import Reads
from archlint.graph.grimp_graph import GrimpGraph
from archlint.model.codebase import Codebase
from archlint.model.facts.structure import Structure
from archlint.model.modules import Module, Unreadable
from archlint.settings.inference import settled
from archlint.settings.library_names import unheard_of
from archlint.settings.membership import place_modules
from archlint.settings.mistakes import Mistake, SettingsError
from archlint.settings.project import ProjectSettings
from archlint.sources.facts import Discovered, Sources


@dataclass(frozen=True, slots=True)
class Program:
    """A code base with the settings that placed it, their layers found; `notes` are remarks.

    Where no layers were recognised the settings have none. `roots` are the folders that imports
    start from.
    """

    settings: ProjectSettings
    codebase: Codebase
    notes: tuple[str, ...] = ()
    roots: tuple[str, ...] = ("",)


def layered(read: Program) -> Program:
    """Return the program; raise NothingToJudgeError where it has no layers."""
    if not read.settings.architecture.layers:
        raise NothingToJudgeError(_NO_LAYERS)
    return read


def read_program(
    settings: ProjectSettings, sources: Sources, reads: Reads, wanted: Sequence[Path] = ()
) -> Program:
    """Read the files as deep as `reads` says, and place the modules in their layers.

    Raises SettingsError where the settings do not fit the modules.
    """
    read, mistakes = _read(settings, sources, reads, _modules(settings, sources, wanted))
    if mistakes:
        raise SettingsError(mistakes)
    return read


def read_earlier(settings: ProjectSettings, sources: Sources, reads: Reads) -> Program | None:
    """Read files that the settings were not made for; None where nothing is to be judged.

    A layer may be younger than the files, and have no module among them.
    """
    modules = sources.discover(settings.source_roots, settings.exclude, settings.tests)
    try:
        return _read(settings, sources, reads, modules)[0]
    except SettingsError:  # a style that recognises nothing yet
        return None


def _read(
    settings: ProjectSettings, sources: Sources, reads: Reads, modules: Discovered
) -> tuple[Program, tuple[Mistake, ...]]:
    outlines, unreadable = sources.outlines(modules.modules)
    complete = settled(settings, modules.modules, outlines)
    if complete is None:
        complete, reads = replace(settings, assumption=_NO_LAYERS_ASSUMED), Reads.IMPORTS
    placement = place_modules(complete, modules.modules)
    problems = (*modules.unreadable, *unreadable)
    structures, more = _structures(sources, modules.modules, problems, reads)
    codebase = Codebase(
        architecture=complete.architecture,
        catalog=complete.catalog,
        modules=modules.modules,
        memberships=placement.memberships,
        outlines=outlines,
        structures=structures,
        unreadable=(*problems, *more),
        build_graph=GrimpGraph,
        read_uses=lambda asked: sources.uses(asked)[0],
        tests=modules.tests,
        read_suites=lambda asked: sources.suites(asked)[0],
    )
    strange = unheard_of(complete, (each.library for each in codebase.dependencies))
    notes = tuple(str(warning) for warning in sorted([*placement.warnings, *strange]))
    return Program(complete, codebase, notes, modules.roots), placement.mistakes


def _modules(settings: ProjectSettings, sources: Sources, wanted: Sequence[Path]) -> Discovered:
    found = sources.discover(settings.source_roots, settings.exclude, settings.tests)
    if not found.modules:
        raise NothingToJudgeError(
            f"no Python module found below {settings.folder}; "
            "run archlint in the folder of a project, or name its source-roots in the settings"
        )
    paths = (module.path for module in (*found.modules, *found.tests))
    require(wanted, settings.folder, paths)
    return found


def _structures(
    sources: Sources,
    modules: Sequence[Module],
    problems: Sequence[Unreadable],
    reads: Reads,
) -> tuple[Mapping[str, Structure], tuple[Unreadable, ...]]:
    """Study the modules that could be skimmed, if the structure is asked for.

    Modules of no layer are among them: base classes and tables of the core often live there.
    """
    if reads is Reads.IMPORTS:
        return {}, ()
    broken = {problem.module.path for problem in problems}
    return sources.structures([module for module in modules if module.path not in broken])


_NO_LAYERS_ASSUMED = "no layers recognised: only the contracts of import-linter are judged"
_NO_LAYERS = (
    "no layers recognised: there are no settings, and no folders of usual names;\n"
    "run archlint init, which looks at what modules import and define, too, or name\n"
    "the layers in pyproject.toml yourself, innermost first:\n\n"
    "    [[tool.archlint.layers]]\n"
    '    name = "domain"\n'
    '    modules = ["shop.domain"]\n\n'
    "    [[tool.archlint.layers]]\n"
    '    name = "adapters"\n'
    '    modules = ["shop.adapters"]'
)
