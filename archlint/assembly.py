"""Puts the parts together: settings, sources, graph and checks make an audit."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archlint import rulebook
from archlint.auditing import judge
from archlint.checks import CHECKS, Reads
from archlint.graph.grimp_graph import GrimpGraph
from archlint.model.audit import Audit
from archlint.model.codebase import Codebase
from archlint.model.facts.structure import Structure
from archlint.model.finding import Severity
from archlint.model.modules import Module, Unreadable
from archlint.model.rule import Rule
from archlint.settings.inference import blank, settled
from archlint.settings.loading import find, load, parse
from archlint.settings.membership import place_modules
from archlint.settings.mistakes import SettingsError
from archlint.settings.project import ProjectSettings
from archlint.sources.disk import Disk
from archlint.sources.facts import Discovered, Sources


class NothingToJudgeError(Exception):
    """There is nothing to judge; the message says what to do about it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What one run is asked to do.

    `paths` limit what is reported, never what is read. `select` and `ignore` name rules; no
    `select` means all. `jobs` is the number of processes that read, None for one per core.
    """

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    isolated: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int | None = None


def audit(folder: Path, request: Request | None = None) -> Audit:
    """Judge the project around `folder`, or around the paths of the request if there are any.

    Its settings are the nearest ones upwards.

    Raises SettingsError for settings that cannot be used, UnknownRuleError for a rule that the
    request names and nobody wrote, and NothingToJudgeError where no module or layer is found.
    """
    request = request or Request()
    settings = _settings(folder, request)
    sources = Disk(settings.folder, request.jobs)
    rules = _rules(settings, request)
    wanted = [path.resolve() for path in request.paths]
    return _judge(settings, sources, rules, wanted)


def project_folder(folder: Path, request: Request) -> Path:
    """Return the folder that the paths of such an audit are relative to."""
    if file := _settings_file(folder, request):
        return file.absolute().parent
    start = _start(folder, request.paths)
    is_asked_for = start in {path.resolve() for path in request.paths}
    return start if is_asked_for and not start.is_relative_to(folder.resolve()) else folder


def audit_sources(sources: Mapping[str, str | bytes], settings_toml: str | None = None) -> Audit:
    """Judge files that exist only in memory, by their relative paths.

    `settings_toml` is the text of an `archlint.toml`, None to have the style inferred.
    """
    from archlint.sources.memory import Memory  # it brings LibCST, which the disk may not need

    file = Path("archlint.toml")
    settings = parse(settings_toml, file, _book()) if settings_toml else blank(Path())
    return _judge(settings, Memory(sources), _rules(settings, Request()))


def _book() -> dict[str, Rule]:
    return {rule.name: rule for rule in rulebook.rules()}


def _settings(folder: Path, request: Request) -> ProjectSettings:
    file = _settings_file(folder, request)
    return load(file, _book()) if file else blank(project_folder(folder, request))


def _settings_file(folder: Path, request: Request) -> Path | None:
    if request.isolated:
        return None
    return request.config or find(_start(folder, request.paths))


def _start(folder: Path, paths: Sequence[Path]) -> Path:
    """Return where the search for settings begins: the folder that holds all that is asked for."""
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in paths]
    return Path(os.path.commonpath(folders)) if folders else folder.resolve()


def _rules(settings: ProjectSettings, request: Request) -> tuple[Rule, ...]:
    """Return the rules as the settings and the request want them."""
    book = _book()
    for name in (*request.select, *request.ignore):
        if name not in book:
            raise rulebook.UnknownRuleError(name)
    for name, wanted in settings.rules.items():
        options = {**book[name].options, **wanted.options}
        book[name] = replace(book[name], override=wanted.severity, options=options)
    for name in book:
        if name in request.ignore or (request.select and name not in request.select):
            book[name] = replace(book[name], override=Severity.OFF)
    return tuple(book.values())


def _judge(
    settings: ProjectSettings,
    sources: Sources,
    rules: Sequence[Rule],
    wanted: Sequence[Path] = (),
) -> Audit:
    modules = _modules(settings, sources, wanted)
    outlines, unreadable = sources.outlines(modules.modules)
    complete = settled(settings, modules.modules, outlines)
    if complete is None:
        raise NothingToJudgeError(_NO_LAYERS)
    placement = place_modules(complete, modules.modules)
    if placement.mistakes:
        raise SettingsError(placement.mistakes)
    problems = (*modules.unreadable, *unreadable)
    structures, more = _structures(sources, modules.modules, problems, rules)
    codebase = Codebase(
        architecture=complete.architecture,
        catalog=complete.catalog,
        modules=modules.modules,
        memberships=placement.memberships,
        outlines=outlines,
        structures=structures,
        unreadable=(*problems, *more),
        build_graph=GrimpGraph,
    )
    found = judge(codebase, rules, {name: check.judge for name, check in CHECKS.items()})
    notes = tuple(str(warning) for warning in placement.warnings)
    limited = _limited(found, settings.folder, wanted)
    return replace(limited, assumption=complete.assumption, notes=notes)


def _modules(settings: ProjectSettings, sources: Sources, wanted: Sequence[Path]) -> Discovered:
    found = sources.discover(settings.source_roots, settings.exclude, settings.tests)
    if not found.modules:
        raise NothingToJudgeError(
            f"no Python module found below {settings.folder}; "
            "run archlint in the folder of a project, or name its source-roots in the settings"
        )
    paths = [settings.folder / module.path for module in (*found.modules, *found.tests)]
    for path in wanted:
        if not any(_lies_in(known, [path]) for known in paths):
            raise NothingToJudgeError(f"{path}: no Python module of the project lies here")
    return found


def _structures(
    sources: Sources,
    modules: Sequence[Module],
    problems: Sequence[Unreadable],
    rules: Sequence[Rule],
) -> tuple[Mapping[str, Structure], tuple[Unreadable, ...]]:
    """Study the modules that could be skimmed, if a rule asks for it.

    Modules of no layer are among them: base classes and tables of the core often live there.
    """
    broken = {problem.module.path for problem in problems}
    judged = [rule.name for rule in rules if not rule.is_off and rule.name in CHECKS]
    if all(CHECKS[name].reads is Reads.IMPORTS for name in judged):
        return {}, ()
    return sources.structures([module for module in modules if module.path not in broken])


def _limited(found: Audit, folder: Path, wanted: Sequence[Path]) -> Audit:
    """Leave out findings of files that were not asked for."""
    if not wanted:
        return found
    kept = (
        finding
        for finding in found.findings
        if any(_lies_in(folder / place.path, wanted) for place in (finding.place, *finding.also))
    )
    return replace(found, findings=tuple(kept))


def _lies_in(path: Path, folders: Sequence[Path]) -> bool:
    resolved = path.resolve()
    return any(resolved.is_relative_to(folder) for folder in folders)


_NO_LAYERS = (
    "no layers recognised: this project has no archlint settings, and its folders have none of the "
    "usual names; name the layers in pyproject.toml, innermost first:\n\n"
    "    [[tool.archlint.layers]]\n"
    '    name = "domain"\n'
    '    modules = ["shop.domain"]\n\n'
    "    [[tool.archlint.layers]]\n"
    '    name = "adapters"\n'
    '    modules = ["shop.adapters"]'
)
