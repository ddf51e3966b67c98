"""The report for CI servers that show tests: JUnit's XML, a suite per rule."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from archlint.model.audit import Audit
from archlint.model.finding import Finding, Severity, State
from archlint.reports.full import block
from archlint.reports.manner import Manner, plain, unlinked
from archlint.reports.run import Run
from archlint.reports.summary import REMARKS
from archlint.reports.xml import Element, document

# One name whether there are findings or not: CI servers follow a test by its name.
REST = "modules without findings"


@dataclass(frozen=True, slots=True)
class Case:
    """A test: whether the rule is kept in a module; `outcome` is None where it simply is."""

    name: str
    outcome: Element | None = None


def junit(audit: Audit, manner: Manner) -> str:
    """Return a suite for each rule that was judged.

    In it, each module with findings is a test, and all other modules together are one more: a test
    for every rule and module would be hundreds of thousands that say nothing. What fails is what
    fails the run; findings that are accepted are skipped tests.
    """
    suites = (*_unjudged(manner.run), *_judged(audit, manner))
    totals = {
        number: str(sum(int(suite.attributes[number]) for suite in suites))
        for number in ("tests", "failures", "errors")
    }
    return document(Element("testsuites", {"name": "archlint", **totals}, suites))


def _unjudged(run: Run) -> Iterator[Element]:
    """Yield suites that do not pass: what is wrong with own rules and with the baseline."""
    troubles: dict[str, list[Case]] = defaultdict(list)
    for trouble in run.troubles:
        attributes = {"type": "unjudged", "message": trouble.message}
        error = Element("error", attributes, text=str(trouble.place))
        troubles[trouble.kind].append(Case(trouble.place.path, error))
    yield from (_suite(kind, cases) for kind, cases in troubles.items())


def _judged(audit: Audit, manner: Manner) -> Iterator[Element]:
    bare = replace(manner, ink=plain, to_rule=unlinked, to_file=unlinked, width=None)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in audit.findings:
        found[finding.rule].append(finding)
    idle = {rule.name: rule.reason for rule in audit.coverage.idle}
    failed = {trouble.kind for trouble in manner.run.troubles}
    for name in sorted({*audit.coverage.rules, *found} - failed):
        yield _suite(name, list(_cases(found[name], idle.get(name), bare)))


def _suite(rule: str, cases: list[Case]) -> Element:
    outcomes = Counter(case.outcome.name for case in cases if case.outcome)
    attributes = {
        "name": rule,
        "tests": str(len(cases)),
        "failures": str(outcomes["failure"]),
        "errors": str(outcomes["error"]),
        "skipped": str(outcomes["skipped"]),
    }
    return Element("testsuite", attributes, tuple(_test(case, rule) for case in cases))


def _test(case: Case, rule: str) -> Element:
    children = (case.outcome,) if case.outcome else ()
    return Element("testcase", {"classname": f"archlint.{rule}", "name": case.name}, children)


def _cases(findings: list[Finding], idle: str | None, manner: Manner) -> Iterator[Case]:
    if idle is not None and not findings:
        yield Case(REST, Element("skipped", {"message": f"nothing to judge: {idle}"}))
        return
    modules: Mapping[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        modules[finding.place.path].append(finding)
    for path in sorted(modules):
        yield Case(path, _outcome(modules[path], manner))
    yield Case(REST)


def _outcome(findings: list[Finding], manner: Manner) -> Element:
    new = [finding for finding in findings if finding.state is State.NEW]
    failing = [finding for finding in new if manner.run.fails_by(finding.severity)]
    if failing:
        severity = min((f.severity or Severity.ERROR for f in failing), key=list(Severity).index)
        attributes = {"type": severity.value, "message": _headline(failing)}
        return Element("failure", attributes, text=_told(new, manner))
    if new:
        return Element("system-out", text=_told(new, manner))
    return Element("skipped", {"message": "; ".join(map(_excuse, findings))})


def _headline(findings: list[Finding]) -> str:
    more = len(findings) - 1
    return findings[0].message + (f", and {more} more" if more else "")


def _told(findings: list[Finding], manner: Manner) -> str:
    return "\n\n".join("\n".join(block(finding, manner)) for finding in findings)


def _excuse(finding: Finding) -> str:
    reason = f": {finding.excuse}" if finding.excuse else ""
    return REMARKS[finding.state] + reason
