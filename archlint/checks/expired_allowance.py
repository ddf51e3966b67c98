"""Judges expired allowances: a breach is still there after its last day."""

from collections.abc import Iterator

from archlint.model.architecture.allowances import Allowance
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule
from archlint.model.verdicts import Verdicts, told_apart


def check(verdicts: Verdicts, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each allowance that is over while its findings are not."""
    yield from told_apart(
        _finding(rule, allowance, findings)
        for allowance, findings in verdicts.judged()
        if findings and allowance.is_expired(verdicts.today)
    )


def _finding(rule: Rule, allowance: Allowance, findings: tuple[Finding, ...]) -> Finding:
    breaches = f"{len(findings)} findings count" if len(findings) > 1 else "its finding counts"
    return Finding(
        rule=rule.name,
        place=allowance.declared,
        module=allowance.home,
        target=allowance.described,
        message=f"the allowance of {allowance.described} ended on {allowance.until}",
        help=f"mend what it was for, or agree on a new date with a reason; until then {breaches}",
        evidence=tuple(Evidence(f.place.path, f.place.line, f.message) for f in findings),
        because=allowance.because,
    )
