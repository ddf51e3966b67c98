"""Takes over the configuration of another linter, and tries the settings made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from archlint.assembly.program import Program, read_program
from archlint.assembly.request import Request, book, rules_for
from archlint.auditing import Bench, judge
from archlint.checks import CHECKS, Reads
from archlint.contracts.migration.allowing import allowances
from archlint.contracts.migration.comments import with_comments
from archlint.contracts.migration.comparing import (
    LIBRARY_RULES,
    Breach,
    Comparison,
    Evidence,
    named,
)
from archlint.contracts.migration.configuration import Configuration, Peer, find
from archlint.contracts.migration.judging import Judge
from archlint.contracts.migration.outcomes import Outcome
from archlint.contracts.migration.project import Project
from archlint.contracts.migration.proposal import Proposal, propose, with_allowances
from archlint.contracts.migration.rendering import as_own_file
from archlint.contracts.migration.telling import NothingToWriteError
from archlint.contracts.migration.translating import roots_of, translated
from archlint.model.code.names.dependencies import Dependency
from archlint.model.finding import Finding
from archlint.settings.inference import blank
from archlint.settings.loading import OWN_FILE, parse
from archlint.settings.vocabulary import usual_role
from archlint.sources.disk import Disk

RULES = (
    *("outward-import", "outward-type-import", "outward-dynamic-import", "outward-reexport"),
    *("outward-chain", "sideways-import", "layer-skip", "layer-intrusion"),
)
"""The rules that say what a layer may import."""


def configurations(folder: Path) -> tuple[Configuration, ...]:
    """Return what other linters were told in a folder.

    Raises BrokenConfigurationError.
    """
    return tuple(find(Disk(folder).text))


@dataclass(frozen=True)
class Tried:
    """A proposal, and what archlint finds of imports with the settings that it proposes."""

    proposal: Proposal
    read: Program
    findings: tuple[Finding, ...]


def take_over(folder: Path, configuration: Configuration) -> Tried:
    """Make settings of a configuration, with an allowance for each breach that it lets pass.

    Raises BrokenConfigurationError, NothingToJudgeError where there is no module, and
    NothingToWriteError where no layer comes of it.
    """
    project, dependencies = _project(folder, configuration)
    text_of = Disk(folder).text
    proposal = translated(configuration, text_of, project)
    forbidden = Judge(proposal, project.modules).breaches(dependencies)
    translation = with_comments(proposal.translation, proposal.peer, forbidden, text_of)
    proposal = propose(proposal.peer, proposal.file, translation, project)
    if not proposal.layers:
        raise NothingToWriteError(proposal)
    tried = _tried(folder, proposal)
    codebase = tried.read.codebase
    library_of = codebase.catalog.package_of
    found = allowances(proposal, tried.findings, codebase.dependencies, library_of)
    return _tried(folder, with_allowances(proposal, found))


def compare(folder: Path, tried: Tried) -> Comparison:
    """Compare what archlint finds with what the other tool forbids."""
    codebase = tried.read.codebase
    own = Judge(tried.proposal, codebase.modules)
    is_run = tried.proposal.peer is Peer.IMPORT_LINTER
    evidence = Evidence(
        codebase.dependencies,
        tried.findings,
        codebase.catalog.package_of,
        tried.proposal.translation.passes_over_types,
    )
    breaches = _broken(folder, tried) if is_run else own.breaches(codebase.dependencies)
    return evidence.compare(breaches, own.known(codebase.dependencies), own.reasons())


def _project(folder: Path, configuration: Configuration) -> tuple[Project, tuple[Dependency, ...]]:
    settings = blank(folder)
    if roots := roots_of(configuration):
        kept = tuple(root for root in roots if (folder / root).is_dir())
        settings = replace(settings, source_roots=kept or None)
    codebase = read_program(settings, Disk(folder), Reads.IMPORTS).codebase
    edges = ((d.importer.name, named(d)) for d in codebase.dependencies if d.is_static)
    project = Project(
        modules=codebase.modules,
        edges=frozenset((one, other) for one, other in edges if other),
        usual_role=usual_role,
        has_folder=lambda path: (folder / path).is_dir(),
    )
    return project, codebase.dependencies


def _tried(folder: Path, proposal: Proposal) -> Tried:
    text = as_own_file(proposal)
    settings = parse(text, folder / OWN_FILE, book(), lambda path: (folder / path).is_dir())
    read = read_program(settings, Disk(folder), Reads.IMPORTS)
    about_libraries = LIBRARY_RULES if proposal.peer is Peer.IMPORT_LINTER else ()
    names = (*RULES, *about_libraries)
    rules = rules_for(settings, Request(select=names))
    bench = Bench({name: CHECKS[name].judge for name in names})
    today = datetime.now().astimezone().date()
    library_of = read.codebase.catalog.package_of
    taken = {library_of(name) for name in proposal.translation.libraries}
    findings = judge(read.codebase, rules, bench, today).findings
    told = (f for f in findings if f.rule not in LIBRARY_RULES or f.target in taken)
    return Tried(proposal, read, tuple(told))


def _broken(folder: Path, tried: Tried) -> Sequence[Breach]:
    from archlint.contracts.judging import Project as Packages
    from archlint.contracts.judging import judge_contracts
    from archlint.contracts.migration.running import broken

    items = tried.proposal.items.values()
    taken = {item.name for item in items if item.outcome is not Outcome.NOT}
    judged = judge_contracts(Packages(Disk(folder), tried.read.roots, {}))
    return tuple(broken(judged.broken, taken)) if judged else ()
