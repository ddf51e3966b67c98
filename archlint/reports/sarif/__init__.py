"""The report for code scanning: SARIF 2.1.0, with every finding of every state."""

from archlint.model.audit import Audit
from archlint.reports.json_report import indented_json
from archlint.reports.manner import Manner
from archlint.reports.printable import printable
from archlint.reports.run import Run, Trouble
from archlint.reports.sarif.places import ROOT, location
from archlint.reports.sarif.results import UNCOMPARED, Telling, result
from archlint.reports.sarif.rules import descriptor
from archlint.version import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(audit: Audit, manner: Manner) -> str:
    """Return the log; it names no place outside the repository, and no time."""
    return indented_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(audit, manner)]})


def _run(audit: Audit, manner: Manner) -> dict[str, object]:
    found = {finding.rule for finding in audit.findings}
    names = sorted({*audit.coverage.rules, *found})
    indexes = {name: index for index, name in enumerate(names)}
    telling = Telling(manner, indexes, audit.architecture.allowances, _compares(audit))
    levels = {rule.name: rule.severity_of(None) for rule in audit.rules}
    rules = [
        descriptor(name, manner.run.rule_text(name), levels.get(name), is_found=name in found)
        for name in names
    ]
    return {
        "tool": {"driver": _driver(rules)},
        "automationDetails": {"id": "archlint/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(manner.run)],
        "results": [result(finding, telling) for finding in audit.findings],
    }


def _driver(rules: list[dict[str, object]]) -> dict[str, object]:
    return {
        "name": "archlint",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "en",
        "rules": rules,
    }


def _invocation(run: Run) -> dict[str, object]:
    return {
        "executionSuccessful": not run.troubles,
        "exitCode": run.status,
        "toolExecutionNotifications": [
            *(_unjudged(trouble, run) for trouble in run.troubles),
            *(_notification("note", remark) for remark in run.remarks),
        ],
    }


def _unjudged(trouble: Trouble, run: Run) -> dict[str, object]:
    told = _notification("error", trouble.message)
    return {**told, "locations": [location(run, trouble.place)]}


def _notification(level: str, text: str) -> dict[str, object]:
    return {"level": level, "message": {"text": printable(text)}}


def _compares(audit: Audit) -> bool:
    """Whether some findings may be known from a baseline or an older revision."""
    known = any(finding.state not in UNCOMPARED for finding in audit.findings)
    return known or audit.baseline is not None or bool(audit.since)
