"""Judges use cases that pass their call on: most of those of a context, never a single one."""

from collections.abc import Iterator, Sequence

from archlint.model.code.behaviour.culprits import listed
from archlint.model.code.ceremony.relays import Entry
from archlint.model.code.ceremony.stretches import Stretch, share, stretches
from archlint.model.code.controller_evidence.telling import listed as shortened
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each context whose use cases mostly hand their call on."""
    for stretch in stretches(codebase.use_cases, codebase.memberships):
        if codebase.cruds.are_told(stretch.home, rule):
            continue
        entries = [entry for owner in stretch.owners for entry in codebase.relays.entries(owner)]
        if _is_ceremony(entries, rule):
            yield _finding(rule, stretch, entries)


def _is_ceremony(entries: Sequence[Entry], rule: Rule) -> bool:
    """Whether so many hand on, and of those that change something as many."""
    if len(entries) < rule.number("min-use-cases"):
        return False
    changing = [entry for entry in entries if not entry.is_question]
    return all(
        sum(bool(entry.hands_to) for entry in asked) > rule.number("max-share") * len(asked)
        for asked in (entries, changing)
        if asked
    )


def _finding(rule: Rule, stretch: Stretch, entries: Sequence[Entry]) -> Finding:
    passing = [entry for entry in entries if entry.hands_to]
    part = share(len(passing), len(entries))
    return stretch.told(
        rule.name,
        f"{part} use cases{stretch.of} hand their call on unchanged",
        _help(passing, [entry for entry in entries if not entry.hands_to]),
        (Evidence(e.owner.module.path, e.fact.line, e.text) for e in passing),
    )


def _help(passing: Sequence[Entry], working: Sequence[Entry]) -> str:
    owners = shortened(entry.owner.name for entry in passing)
    asked = shortened(entry.hands_to for entry in passing)
    kept = [entry.name for entry in working]
    if not kept:
        return f"let the callers of {owners} ask {asked}, until there is something to decide"
    rest = listed(kept) if len(kept) < len(passing) else shortened(kept)
    return f"let the callers of {owners} ask {asked} where nothing is decided, and keep {rest}"
