"""Proposes settings to a project that has none, and tries them before they are written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from archlint.assembly.contracts import with_contracts
from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.judging import judged, reads_of
from archlint.assembly.program import Program, read_program
from archlint.assembly.request import Request, book, disk_for, rules_for
from archlint.checks import Reads
from archlint.drafting.first_settings import FirstSettings, as_own_file
from archlint.drafting.guiding import guide
from archlint.model.architecture.patterns import CONTEXT
from archlint.model.audit import Audit
from archlint.model.code.contexts.borders import Borders
from archlint.settings.inference import blank, domain_model_of
from archlint.settings.loading import OWN_FILE, parse
from archlint.settings.membership import place_modules
from archlint.settings.project import ProjectSettings
from archlint.settings.styles import Style, fit
from archlint.sources.disk import Disk
from archlint.surveying.deciding import pattern_sizes
from archlint.surveying.prospecting.prospect import Prospect, prospect
from archlint.surveying.prospecting.signs import Signs
from archlint.surveying.unassigned import UnassignedSurvey, survey_unassigned


@dataclass(frozen=True)
class Proposal:
    """Settings to be, as values for whoever writes them and as they will be read."""

    first: FirstSettings
    settings: ProjectSettings
    disk: Disk


@dataclass(frozen=True)
class Forecast:
    """What the first check says; `sizes` are the numbers of modules by pattern."""

    audit: Audit
    sizes: Mapping[str, int]
    loose: UnassignedSurvey


def propose(folder: Path, request: Request, style: Style | None, file: str) -> Proposal:
    """Find the layers of a program, of a style if one is given.

    `file` is where the settings are to be written.

    Raises NothingToJudgeError where there is no module, or nothing that shows layers.
    """
    disk = disk_for(blank(folder), request)
    read = read_program(blank(folder), disk, Reads.IMPORTS)
    found = _prospect(read, style)
    if not found.layers:
        raise NothingToJudgeError(guide(read.codebase, style or "", file))
    first = _first(read, found, style or read.settings.style or Style.LAYERED)
    first = replace(first, source_roots=_roots(read, disk))
    if any(CONTEXT in each.pattern.segments for each in found.assignments):
        apart = replace(first, intrusions=0)
        first = replace(first, intrusions=_intrusions(read, _settings(folder, apart)))
    return Proposal(first, _settings(folder, first), disk)


def forecast(proposal: Proposal, request: Request) -> Forecast:
    """Judge the program by the settings that it is to have."""
    rules = rules_for(proposal.settings, request)
    read = read_program(proposal.settings, proposal.disk, reads_of(rules))
    audit = judged(with_contracts(read, proposal.disk, rules), rules, request)
    return Forecast(audit, pattern_sizes(read.codebase), survey_unassigned(read.codebase))


def _prospect(read: Program, style: Style | None) -> Prospect:
    codebase = read.codebase
    known = style or read.settings.style
    signs = Signs(codebase.modules, codebase.outlines, codebase.catalog)
    layers = fit(known or Style.LAYERED, codebase.modules, signs)
    technical = known in {None, Style.LAYERED, Style.DJANGO}
    return prospect(codebase, layers, technical=technical, sure=known is not None)


def _first(read: Program, found: Prospect, style: Style) -> FirstSettings:
    codebase = read.codebase
    architecture = replace(codebase.architecture, layers=found.layers)
    model = domain_model_of(style, architecture, codebase.modules, codebase.outlines)
    is_usual = model is style.domain_model
    return FirstSettings(found, style.value, "" if is_usual else model.value)


def _roots(read: Program, disk: Disk) -> tuple[str, ...] | None:
    """Return the source roots in the words of the settings, if these mean the same modules."""
    settings = read.settings
    modules = read.codebase.modules
    for roots in ({module.root for module in modules}, read.roots):
        told = tuple(root or "." for root in sorted(roots))
        if disk.discover(told, settings.exclude, settings.tests).modules == modules:
            return told
    return None


def _settings(folder: Path, first: FirstSettings) -> ProjectSettings:
    return parse(as_own_file(first), folder / OWN_FILE, book(), lambda at: (folder / at).is_dir())


def _intrusions(read: Program, settings: ProjectSettings) -> int:
    """Count the imports by which contexts would intrude into one another."""
    modules = read.codebase.modules
    placed = place_modules(settings, modules).memberships
    borders = Borders(settings.architecture, modules, placed)
    crossings = map(borders.crossing, read.codebase.dependencies)
    return sum(crossing is not None and not crossing.is_open for crossing in crossings)
