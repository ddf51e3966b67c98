"""Puts the parts together: settings, sources, graph and checks make an audit.

What judges is imported where it is needed: an audit that is kept is told without it.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.limits import limited
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
from archlint.model.audit import Audit
from archlint.model.finding import Finding
from archlint.settings.loading import parse
from archlint.sources.collecting import uncollected

if TYPE_CHECKING:
    from archlint.assembly.program import Program
    from archlint.checks import Reads
    from archlint.model.codebase import Codebase
    from archlint.own_rule import OwnRule
    from archlint.surveying.planting.harvest import Trial

__all__ = [
    "NothingToJudgeError",
    "Request",
    "Stopwatch",
    "audit",
    "audit_sources",
    "audited",
    "cache_home",
    "findings_of",
    "layered",
    "program_of",
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
    with uncollected(), _timing(request, "resolve"):
        found, start = _found(folder, request)
    return limited(found, start, [path.resolve() for path in request.paths])


def _found(folder: Path, request: Request) -> tuple[Audit, Path]:
    """Return the audit of the whole project, less what its branch found there, and its folder."""
    from archlint.assembly.branch import branch_of, unchanged
    from archlint.assembly.keeping import keeper_for
    from archlint.assembly.task import Task
    from archlint.assembly.terms import Terms

    terms = None if request.no_cache else Terms(folder, request)
    settings = settings_for(folder, request)
    rules = rules_for(settings, request)
    branch = branch_of(settings, request)
    if branch and branch.is_beside_the_point:
        return unchanged(branch, rules), settings.folder
    task = Task(folder, request, settings, rules, disk_for(settings, request))
    keeper = keeper_for(terms, settings, task.disk) if terms else None
    found = task.audit(keeper)
    if branch:
        from archlint.assembly.branching import brought
        from archlint.assembly.past import Past

        found = brought(found, branch, Past(branch, task.disk, keeper), task.codebase)
    return found, settings.folder


def layered(read: "Program") -> "Program":
    """Return the program; raise NothingToJudgeError where it has no layers."""
    from archlint.assembly.program import layered as with_layers

    return with_layers(read)


def program_of(folder: Path, request: Request, reads: "Reads | None" = None) -> "Program":
    """Read the project as `audit` does, and judge nothing; its layers may be unknown.

    It is read in full unless `reads` says what is enough.
    """
    from archlint.assembly.program import read_program
    from archlint.checks import Reads

    settings = settings_for(folder, request)
    return read_program(settings, disk_for(settings, request), reads or Reads.STRUCTURE)


def audited(folder: Path, request: Request) -> "tuple[Program, Audit]":
    """Return the project, read in full, with all that is found in it."""
    from archlint.assembly.contracts import with_contracts
    from archlint.assembly.judging import judged
    from archlint.assembly.program import read_program
    from archlint.checks import Reads

    settings = settings_for(folder, request)
    rules = rules_for(settings, request)
    sources = disk_for(settings, request)
    read = read_program(settings, sources, Reads.STRUCTURE)
    return read, judged(with_contracts(read, sources, rules), rules)


def findings_of(read: "Program") -> tuple[Finding, ...]:
    """Return what all rules find in a program that was read in full."""
    from archlint.assembly.judging import judged

    return judged(read, rules_for(read.settings, Request())).findings


def trials(read: "Program") -> "tuple[Trial, ...]":
    """Plant forbidden imports in memory, and return which of them the rules catch."""
    from archlint.assembly.judging import judged
    from archlint.surveying.planting.bans import TRIED_RULES
    from archlint.surveying.planting.harvest import try_bans

    rules = [rule for rule in rules_for(read.settings, Request()) if rule.name in TRIED_RULES]
    names = [rule.name for rule in rules if not rule.is_off]

    def findings(planted: "Codebase") -> tuple[Finding, ...]:
        return judged(replace(read, codebase=planted), rules).findings

    return try_bans(read.codebase, findings, names)


def audit_sources(
    sources: Mapping[str, str | bytes],
    settings_toml: str | None = None,
    own: "Sequence[OwnRule]" = (),
) -> Audit:
    """Judge files that exist only in memory, by their relative paths, by own rules as well.

    `settings_toml` is the text of an `archlint.toml`, None to have the style inferred.
    """
    from archlint.assembly.contracts import with_contracts
    from archlint.assembly.judging import judged, reads_of
    from archlint.assembly.program import read_program
    from archlint.settings.inference import blank
    from archlint.sources.memory import Memory  # it brings LibCST, which the disk may not need

    file = Path("archlint.toml")
    settings = parse(settings_toml, file, book(own)) if settings_toml else blank(Path())
    settings = replace(settings, own_rules=tuple(own))
    rules = rules_for(settings, Request())
    memory = Memory(sources)
    read = read_program(settings, memory, reads_of(rules))
    return judged(with_contracts(read, memory, rules), rules)


def _timing(request: Request, stage: str) -> AbstractContextManager[None]:
    return request.stopwatch.timing(stage) if request.stopwatch else nullcontext()
