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
    """Yield one finding for each mistake in what a comment allows."""
    yield from told_apart(
        _finding(rule, spoken, target, fault)
        for spoken in verdicts.spoken
        if spoken.remark.kind is not RemarkKind.ROLE
        for target, fault in _faults(spoken, verdicts)
    )


def _faults(spoken: Spoken, verdicts: Verdicts) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, each with a name for it; of a malformed comment nothing else counts."""
    remark = spoken.remark
    if remark.fault:
        yield "", remark.fault
        return
    for name in remark.names:
        if name in verdicts.reviewing:
            yield name, f"what {name} finds cannot be allowed"
        elif name not in verdicts.breakable:
            yield name, unknown("rule", name, verdicts.breakable)


def _finding(rule: Rule, spoken: Spoken, target: str, fault: str) -> Finding:
    remark = spoken.remark
    names = ", ".join(remark.names) or "rule-name"
    return Finding(
        rule=rule.name,
        place=spoken.place,
        module=spoken.module.name,
        target=target,
        message=fault,
        help=_help(target) or f"write it as {FORM.format(remark.kind, names)}",
    )


def _help(target: str) -> str:
    return f"take {target} out of the comment, or name the rule that is meant" if target else ""
