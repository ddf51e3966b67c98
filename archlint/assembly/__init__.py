"""Puts the parts together: settings, sources, graph and checks make an audit."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from archlint.assembly.accepting import accounted, baseline_of
from archlint.assembly.branching import branch_of, brought, unchanged
from archlint.assembly.contracts import with_contracts
from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.judging import judged, reads_of
from archlint.assembly.program import (
    Program,
    layered,
    lies_in,
    read_program,
)
from archlint.assembly.request import (
    Request,
    book,
    cache_home,
    disk_for,
    project_folder,
    rules_for,
    settings_for,
)
from archlint.assembly.stopwatch import Stopwatch
from archlint.checks import Reads
from archlint.model.audit import Audit
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.settings.inference import blank
from archlint.settings.loading import parse
from archlint.sources.collecting import uncollected
from archlint.surveying.planting.bans import TRIED_RULES
from archlint.surveying.planting.harvest import Trial, try_bans

__all__ = [
    "NothingToJudgeError",
    "Program",
    "Request",
    "Stopwatch",
    "audit",
    "audit_sources",
    "audited",
    "cache_home",
    "findings_of",
    "layered",
    "program",
    "project_folder",
    "trials",
]


def audit(folder: Path, request: Request | None = None) -> Audit:
    """Judge the project around `folder`, or around the paths of the request if there are any.

    Its settings are the nearest ones upwards.

    Raises SettingsError for settings that cannot be used, UnknownRuleError for a rule that the
    request names and nobody wrote, and NothingToJudgeError where no module or layer is found.
    """
    request = request or Request()
    settings = settings_for(folder, request)
    rules = rules_for(settings, request)
    wanted = [path.resolve() for path in request.paths]
    branch = branch_of(settings, request)
    if branch and branch.is_beside_the_point:
        return unchanged(branch, rules)
    sources = disk_for(settings, request)
    with uncollected(), _timing(request, "resolve"):
        read = read_program(settings, sources, reads_of(rules), wanted)
        found = judged(with_contracts(read, sources, rules), rules, request.stopwatch)
        found = accounted(found, read, baseline_of(folder, request))
        found = brought(found, read, branch, sources) if branch else found
    return _limited(found, settings.folder, wanted)


def program(folder: Path, request: Request, reads: Reads = Reads.STRUCTURE) -> Program:
    """Read the project as `audit` does, and judge nothing; its layers may be unknown."""
    settings = settings_for(folder, request)
    return read_program(settings, disk_for(settings, request), reads)


def audited(folder: Path, request: Request) -> tuple[Program, Audit]:
    """Return the project, read in full, with all that is found in it."""
    settings = settings_for(folder, request)
    rules = rules_for(settings, request)
    sources = disk_for(settings, request)
    read = read_program(settings, sources, Reads.STRUCTURE)
    return read, judged(with_contracts(read, sources, rules), rules)


def findings_of(read: Program) -> tuple[Finding, ...]:
    """Return what all rules find in a program that was read in full."""
    return judged(read, rules_for(read.settings, Request())).findings


def trials(read: Program) -> tuple[Trial, ...]:
    """Plant forbidden imports in memory, and return which of them the rules catch."""
    rules = [rule for rule in rules_for(read.settings, Request()) if rule.name in TRIED_RULES]
    names = [rule.name for rule in rules if not rule.is_off]

    def findings(planted: Codebase) -> tuple[Finding, ...]:
        return judged(replace(read, codebase=planted), rules).findings

    return try_bans(read.codebase, findings, names)


def audit_sources(sources: Mapping[str, str | bytes], settings_toml: str | None = None) -> Audit:
    """Judge files that exist only in memory, by their relative paths.

    `settings_toml` is the text of an `archlint.toml`, None to have the style inferred.
    """
    from archlint.sources.memory import Memory  # it brings LibCST, which the disk may not need

    file = Path("archlint.toml")
    settings = parse(settings_toml, file, book()) if settings_toml else blank(Path())
    rules = rules_for(settings, Request())
    memory = Memory(sources)
    read = read_program(settings, memory, reads_of(rules))
    return judged(with_contracts(read, memory, rules), rules)


def _timing(request: Request, stage: str) -> AbstractContextManager[None]:
    return request.stopwatch.timing(stage) if request.stopwatch else nullcontext()


def _limited(found: Audit, folder: Path, wanted: Sequence[Path]) -> Audit:
    """Leave out findings of files that were not asked for."""
    if not wanted:
        return found
    kept = (
        finding
        for finding in found.findings
        if any(lies_in(folder / place.path, wanted) for place in (finding.place, *finding.also))
    )
    delta = found.baseline and found.baseline.limited(lambda at: lies_in(folder / at, wanted))
    return replace(found, findings=tuple(kept), baseline=delta)
