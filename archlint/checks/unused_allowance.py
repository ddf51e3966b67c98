"""Judges unused allowances: settings or a comment permit a breach that is not there."""

from collections.abc import Iterator

from archlint.model.architecture.allowances import Allowance
from archlint.model.finding import Finding
from archlint.model.rule import Rule
from archlint.model.verdicts import Verdicts, told_apart


def check(verdicts: Verdicts, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each allowance that no finding of its rule needs."""
    idle = (allowance for allowance, findings in verdicts.judged() if not findings)
    yield from told_apart(_finding(rule, allowance) for allowance in idle)


def _finding(rule: Rule, allowance: Allowance) -> Finding:
    return Finding(
        rule=rule.name,
        place=allowance.declared,
        module=allowance.home,
        target=allowance.described,
        message=f"{_nothing(allowance)} needs this allowance of {allowance.described}",
        help=_help(allowance),
        because=allowance.because,
    )


def _nothing(allowance: Allowance) -> str:
    if allowance.extent is None:
        return "nothing in the code"
    return "nothing in this file" if allowance.extent.last is None else "no statement here"


def _help(allowance: Allowance) -> str:
    if allowance.extent is None:
        return "remove the allowance, or correct its names if the breach is still there"
    remove = f"take {allowance.rule} out of the comment"
    if allowance.extent.last is None:
        return remove
    return f"{remove}, or move it to the line of the breach or directly above its statement"
