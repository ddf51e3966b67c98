"""The use case: judge a code base by the rules and make an audit of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from archlint.model.architecture.allowances import excused
from archlint.model.audit import Audit
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule
from archlint.model.verdicts import Verdicts
from archlint.surveying.coverage import coverage

Judge = Callable[[Codebase, Rule], Iterator[Finding]]
Review = Callable[[Verdicts, Rule], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Bench:
    """Who judges, by rule: judges look at the code base, reviews at what the judges found."""

    judges: Mapping[str, Judge]
    reviews: Mapping[str, Review] = field(default_factory=dict)

    def __contains__(self, rule: str) -> bool:
        return rule in self.judges or rule in self.reviews


def judge(codebase: Codebase, rules: Iterable[Rule], bench: Bench, today: date) -> Audit:
    """Return what the bench finds; rules that are off are left out.

    What an allowance permits on the day `today` stays, marked as allowed.
    """
    active = tuple(rule for rule in rules if not rule.is_off and rule.name in bench)
    allowances = codebase.architecture.allowances
    found = (excused(each, allowances, today) for each in _judged(codebase, active, bench))
    verdicts = Verdicts(tuple(found), frozenset(rule.name for rule in active), allowances, today)
    findings = (*verdicts.findings, *_reviewed(verdicts, active, bench))
    return Audit(
        architecture=codebase.architecture,
        findings=tuple(sorted(findings, key=_order)),
        coverage=coverage(codebase, active),
        rules=active,
    )


def _judged(codebase: Codebase, rules: Iterable[Rule], bench: Bench) -> Iterator[Finding]:
    beside = {rule.name: rule for rule in rules}
    for rule in beside.values():
        if rule.name in bench.judges:
            for finding in bench.judges[rule.name](codebase, replace(rule, beside=beside)):
                yield replace(finding, severity=rule.severity_of(finding.severity))


def _reviewed(verdicts: Verdicts, rules: Iterable[Rule], bench: Bench) -> Iterator[Finding]:
    for rule in rules:
        if rule.name in bench.reviews:
            for finding in bench.reviews[rule.name](verdicts, rule):
                yield replace(finding, severity=rule.severity_of(finding.severity))


def _order(finding: Finding) -> tuple[str, int, int, str, str, str, str]:
    place = finding.place
    return (
        *(place.path, place.line, place.column),
        *(finding.rule, finding.symbol, finding.target, finding.message),
    )
