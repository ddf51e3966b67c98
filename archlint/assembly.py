"""Puts the parts together: settings, sources, graph and checks make an audit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archlint import rulebook
from archlint.auditing import judge
from archlint.checks import CHECKS, Reads
from archlint.graph.grimp_graph import GrimpGraph
from archlint.model.architecture.layers import Role
from archlint.model.audit import Audit
from archlint.model.codebase import Codebase
from archlint.model.finding import Severity
from archlint.model.modules import Module
from archlint.model.rule import Rule
from archlint.settings.inference import blank, settled
from archlint.settings.loading import find, load, parse
from archlint.settings.membership import Placement, place_modules
from archlint.settings.mistakes import SettingsError
from archlint.settings.project import ProjectSettings
from archlint.sources.disk import Disk
from archlint.sources.facts import Sources
from archlint.sources.memory import Memory


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
    """Judge the project around `folder`, whose settings are the nearest ones upwards.

    Raises SettingsError for settings that cannot be used, UnknownRuleError for a rule that the
    request names and nobody wrote, and NothingToJudgeError where no module or layer is found.
    """
    request = request or Request()
    settings = _settings(folder, request)
    sources = Disk(settings.folder, request.jobs)
    rules = _rules(settings, request)
    found = _judge(settings, sources, rules)
    return _limited(found, settings.folder, request.paths)


def project_folder(folder: Path, request: Request) -> Path:
    """Return the folder that the paths of such an audit are relative to."""
    file = _settings_file(folder, request)
    return file.absolute().parent if file else folder


def audit_sources(sources: Mapping[str, str | bytes], settings_toml: str | None = None) -> Audit:
    """Judge files that exist only in memory, by their relative paths.

    `settings_toml` is the text of an `archlint.toml`, None to have the style inferred.
    """
    file = Path("archlint.toml")
    settings = parse(settings_toml, file, _book()) if settings_toml else blank(Path())
    return _judge(settings, Memory(sources), _rules(settings, Request()))


def _book() -> dict[str, Rule]:
    return {rule.name: rule for rule in rulebook.rules()}


def _settings(folder: Path, request: Request) -> ProjectSettings:
    file = _settings_file(folder, request)
    return load(file, _book()) if file else blank(folder)


def _settings_file(folder: Path, request: Request) -> Path | None:
    return None if request.isolated else request.config or find(folder)


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


def _judge(settings: ProjectSettings, sources: Sources, rules: Sequence[Rule]) -> Audit:
    discovery = sources.discover(settings.source_roots, settings.exclude, settings.tests)
    if not discovery.modules:
        raise NothingToJudgeError(
            f"no Python module found below {settings.folder}; "
            "run archlint in the folder of a project, or name its source-roots in the settings"
        )
    outlines, unreadable = sources.outlines(discovery.modules)
    complete = settled(settings, discovery.modules, outlines)
    if complete is None:
        raise NothingToJudgeError(_NO_LAYERS)
    placement = place_modules(complete, discovery.modules)
    if placement.mistakes:
        raise SettingsError(placement.mistakes)
    problems = {problem.module.path: problem for problem in (*discovery.unreadable, *unreadable)}
    judged = [m for m in discovery.modules if m.path not in problems]
    structures, crashes = sources.structures(_studied(judged, placement, rules))
    problems.update({problem.module.path: problem for problem in crashes})
    codebase = Codebase(
        architecture=complete.architecture,
        catalog=complete.catalog,
        modules=discovery.modules,
        memberships=placement.memberships,
        outlines=outlines,
        structures=structures,
        unreadable=tuple(problems[path] for path in sorted(problems)),
        build_graph=GrimpGraph,
    )
    found = judge(codebase, rules, {name: check.judge for name, check in CHECKS.items()})
    notes = tuple(str(warning) for warning in placement.warnings)
    return replace(found, assumption=complete.assumption, notes=notes)


def _studied(
    modules: Sequence[Module], placement: Placement, rules: Sequence[Rule]
) -> Sequence[Module]:
    """Return the modules whose structure some active rule asks about.

    Modules of no layer are among them: base classes and tables of the core often live there.
    """
    asked = (CHECKS[rule.name].reads for rule in rules if not rule.is_off and rule.name in CHECKS)
    return modules if Reads.STRUCTURE in asked else ()


def _limited(found: Audit, folder: Path, paths: Sequence[Path]) -> Audit:
    """Leave out findings of files that were not asked for."""
    if not paths:
        return found
    wanted = [path.resolve() for path in paths]
    kept = (
        finding
        for finding in found.findings
        if any((folder / finding.place.path).resolve().is_relative_to(path) for path in wanted)
    )
    return replace(found, findings=tuple(kept))


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
