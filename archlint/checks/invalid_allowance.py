"""Judges invalid allowances: comments that mean to allow something, and allow nothing."""

from collections.abc import Iterator

from archlint.model.architecture.speaking import Spoken
from archlint.model.facts.remarks import RemarkKind
from archlint.model.finding import Finding
from archlint.model.nearest import unknown
from archlint.model.rule import Rule
from archlint.model.verdicts import Verdicts, told_apart

FORM = "# archlint: {}[{}] because REASON"


def check(verdicts: Verdicts, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each comment that allows nothing, or less than it says."""
    yield from told_apart(
        _finding(rule, spoken, fault)
        for spoken in verdicts.spoken
        if spoken.remark.kind is not RemarkKind.ROLE and (fault := _fault(spoken, verdicts))
    )


def _fault(spoken: Spoken, verdicts: Verdicts) -> tuple[str, str] | None:
    """Return the name that is wrong, "" where the form is, and what is wrong."""
    if spoken.remark.fault:
        return "", spoken.remark.fault
    wrong = [name for name in spoken.remark.names if name not in verdicts.breakable]
    if not wrong:
        return None
    first, *others = wrong
    more = f" (and {len(others)} more)" if others else ""
    if first in verdicts.reviewing:
        return first, f"what {first} finds cannot be allowed{more}"
    return first, unknown("rule", first, verdicts.breakable) + more


def _finding(rule: Rule, spoken: Spoken, fault: tuple[str, str]) -> Finding:
    remark, (target, message) = spoken.remark, fault
    names = ", ".join(remark.names) or "rule-name"
    return Finding(
        rule=rule.name,
        place=spoken.place,
        module=spoken.module.name,
        target=target,
        message=message,
        help=_help(target) or f"write it as {FORM.format(remark.kind, names)}",
    )


def _help(target: str) -> str:
    return f"take {target} out of the comment, or name the rule that is meant" if target else ""
