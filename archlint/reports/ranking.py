"""Which findings come first where not all of them will be read: the gravest."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from archlint.model.finding import Finding, Severity

WEIGHTS = tuple(Severity)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by severity, within one in their order."""
    return sorted(findings, key=_weight)


def by_rule(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return the findings of each rule: first the rules with the gravest, then those with most."""
    named = sorted(findings, key=lambda finding: finding.rule)
    groups = [
        (rule, gravest_first(group))
        for rule, group in groupby(named, key=lambda finding: finding.rule)
    ]
    return sorted(groups, key=lambda group: (_weight(group[1][0]), -len(group[1])))


def severities(findings: Iterable[Finding]) -> str:
    """Return the severity of findings, with how many have each where they differ."""
    numbers = Counter(finding.severity or Severity.ERROR for finding in findings)
    weights = sorted(numbers, key=WEIGHTS.index)
    if len(weights) == 1:
        return weights[0].value
    return ", ".join(f"{numbers[weight]} {weight}" for weight in weights)


def _weight(finding: Finding) -> int:
    return WEIGHTS.index(finding.severity or Severity.ERROR)
