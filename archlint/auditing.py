"""The use case: judge a code base by the rules and make an audit of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from archlint.model.architecture.speaking import Spoken
from archlint.model.audit import Audit
from archlint.model.baseline.bars import why_barred
from archlint.model.baseline.court import Court
from archlint.model.baseline.delta import marked
from archlint.model.baseline.entries import Accepted
from archlint.model.baseline.presence import Presence
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule
from archlint.model.verdicts import Verdicts
from archlint.surveying.coverage import coverage

JUDGING_TESTS = frozenset({"test-coupling"})
"""The rules that find something in files of tests."""

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
    verdicts = Verdicts(
        findings=tuple(_judged(codebase, active, bench)),
        rules=frozenset(rule.name for rule in active),
        breakable=bench.judges.keys(),
        reviewing=bench.reviews.keys(),
        ruled=codebase.architecture.allowances,
        spoken=_spoken(codebase, active),
        today=today,
    )
    found = (verdicts.allowances.excused(each, today) for each in verdicts.findings)
    findings = (*found, *_reviewed(verdicts, active, bench))
    return Audit(
        architecture=codebase.architecture,
        findings=tuple(sorted(findings, key=_order)),
        coverage=coverage(codebase, active),
        rules=active,
    )


def sifted(audit: Audit, codebase: Codebase, accepted: Accepted, today: date) -> Audit:
    """Return the audit with what is in the baseline marked, and how the two compare."""
    active = {rule.name for rule in audit.rules}
    unread = {problem.module.name for problem in codebase.unreadable}
    court = Court(
        Presence(codebase, accepted.entries),
        today,
        was_judged=lambda entry: entry.rule in active and entry.module not in unread,
        why_barred=partial(why_barred, audit.architecture),
    )
    delta = court.delta(audit.findings, accepted)
    return replace(audit, findings=marked(audit.findings, delta), baseline=delta)


def _spoken(codebase: Codebase, rules: Iterable[Rule]) -> tuple[Spoken, ...]:
    """Return what comments say; tests are read for it only if a rule finds something there."""
    if any(rule.name in JUDGING_TESTS for rule in rules):
        return (*codebase.spoken, *codebase.spoken_in_tests)
    return codebase.spoken


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
