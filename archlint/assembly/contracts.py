"""Brings the contracts that a project has with import-linter into its code base."""

from collections.abc import Iterable
from dataclasses import replace

from archlint.assembly.program import Program, layered
from archlint.checks import REVIEWS
from archlint.contracts.presence import may_have_contracts, unread
from archlint.model.facts.outline import Outline
from archlint.model.rule import Rule
from archlint.sources.facts import Sources

RULE = "broken-contract"
WITHOUT_LAYERS = frozenset({RULE, "unreadable-source", *REVIEWS})
"""The rules that have something to say of a project whose layers nobody knows."""


def with_contracts(read: Program, sources: Sources, rules: Iterable[Rule]) -> Program:
    """Return the program with its contracts judged, if the rules ask for that.

    Raises NothingToJudgeError where there are neither layers nor contracts.
    """
    is_wanted = any(rule.name == RULE and not rule.is_off for rule in rules)
    if not is_wanted:
        return layered(read)
    elsewhere = unread(sources, (module.path for module in read.codebase.modules))
    read = replace(read, notes=(*read.notes, *elsewhere))
    return _judged(read, sources) if may_have_contracts(sources) else layered(read)


def _judged(read: Program, sources: Sources) -> Program:
    from archlint.contracts.custom import Workshop  # import-linter comes with it
    from archlint.contracts.judging import Project, judge_contracts

    settings = read.settings
    workshop = Workshop(settings.folder, read.roots) if settings.runs_custom_contracts else None
    judged = judge_contracts(Project(sources, read.roots, _known(read), workshop))
    if judged is None:
        return layered(read)
    codebase = replace(
        read.codebase,
        broken_contracts=judged.broken,
        unreadable=(*read.codebase.unreadable, *judged.unreadable),
    )
    return replace(read, codebase=codebase, notes=(*read.notes, *judged.notes))


def judgeable(read: Program, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that can be judged: most of them need layers."""
    has_layers = bool(read.settings.architecture.layers)
    return tuple(rule for rule in rules if has_layers or rule.name in WITHOUT_LAYERS)


def _known(read: Program) -> dict[str, Outline | None]:
    outlines = read.codebase.outlines
    return {module.path: outlines.get(module.name) for module in read.codebase.modules}
