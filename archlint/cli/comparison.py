"""How an audit compares with the baseline and with the time before the branch, in words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from archlint.model.audit import Audit
from archlint.model.baseline.delta import Delta
from archlint.model.finding import State
from archlint.reports.summary import counted
from archlint.settings.mistakes import shown

FAULTY = 2
"""The exit status where entries of the baseline are no entries: they are wrong settings."""
UNJUDGED = 3
"""The exit status where a rule failed instead of judging: nobody knows what it would find."""


def comparison(audit: Audit) -> Iterator[str]:
    """Yield how many findings are new, and what there is to do about the entries."""
    if audit.since and audit.coverage.modules:
        older = Counter(finding.state for finding in audit.findings)[State.OLDER]
        left = f"{counted(older, 'older finding')} left out"
        yield f"since {audit.since}: +{len(audit.new())} new, {left}"
    if audit.baseline:
        yield balance(audit.baseline, len(audit.new()))
        yield from _errands(audit.baseline)


def balance(delta: Delta, new: int) -> str:
    """Return the balance of a baseline: `baseline 26: +0 new, -3 fixed, 23 left`."""
    left = len(delta.left) + len(delta.moved)
    expired = f", {len(delta.expired)} expired" if delta.expired else ""
    return f"baseline {delta.size}: +{new} new, -{len(delta.fixed)} fixed, {left} left{expired}"


def faults(audit: Audit) -> Iterator[str]:
    """Yield why entries cannot count, and which own rules could not be judged."""
    for failed in audit.faults:
        yield str(replace(failed, file=shown(Path(failed.file))))
    for fault in audit.baseline.faults if audit.baseline else ():
        yield str(fault)


def fault_status(audit: Audit) -> int:
    """Return the exit status that the faults of an audit ask for, 0 without any."""
    if audit.baseline and audit.baseline.faults:
        return FAULTY
    return UNJUDGED if audit.faults else 0


def stale(audit: Audit) -> Iterator[str]:
    """Yield the entries that nothing needs any more."""
    for entry in audit.baseline.fixed if audit.baseline else ():
        yield f"{entry.place or entry.path}: stale: {entry.described}"


def _errands(delta: Delta) -> Iterator[str]:
    for cover in delta.expired:
        entry = cover.entry
        yield f"note: {entry.place}: expired on {entry.until}, so it counts: {entry.described}"
    if delta.fixed:
        entries = _entries(len(delta.fixed), "is stale", "are stale")
        yield f"note: {entries}: archlint baseline prune removes what is not needed"
    if delta.moved:
        entries = _entries(len(delta.moved), "has moved", "have moved")
        yield f"note: {entries}: archlint baseline update follows"


def _entries(number: int, one: str, many: str) -> str:
    return f"1 entry of the baseline {one}" if number == 1 else f"{number} of its entries {many}"
