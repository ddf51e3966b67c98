"""The report for GitLab: its Code Quality JSON, of the new findings."""

from collections import Counter
from hashlib import sha256

from archlint.model.audit import Audit
from archlint.model.finding import Finding, Severity
from archlint.reports.json_report import indented_json
from archlint.reports.manner import Manner
from archlint.reports.printable import printable, writable
from archlint.reports.run import Run, Trouble

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(audit: Audit, manner: Manner) -> str:
    """Return the list, empty where nothing is new.

    GitLab knows no accepted findings, so those of the baseline and the allowed ones are left out.
    """
    met: Counter[str] = Counter()
    issues = [_unjudged(trouble, manner.run) for trouble in manner.run.troubles]
    for finding in audit.new():
        issues.append(_issue(finding, manner.run, met[finding.identity]))
        met[finding.identity] += 1
    return indented_json(issues)


def _unjudged(trouble: Trouble, run: Run) -> dict[str, object]:
    """Return what keeps an empty list from saying that nothing was found."""
    path = writable(run.in_repository(trouble.place.path))
    name = f"{trouble.kind} {path} {writable(trouble.message)}"
    return {
        "description": printable(trouble.message),
        "check_name": trouble.kind,
        "fingerprint": sha256(name.encode()).hexdigest(),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": trouble.place.line}},
    }


def _issue(finding: Finding, run: Run, earlier: int) -> dict[str, object]:
    return {
        "description": printable(finding.message),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(finding, earlier),
        "severity": SEVERITIES[finding.severity or Severity.ERROR],
        "location": {
            "path": writable(run.in_repository(finding.place.path)),
            "lines": {"begin": finding.place.line},
        },
    }


def _fingerprint(finding: Finding, earlier: int) -> str:
    """Return a name that no other finding of the report has: GitLab merges those that share one."""
    if not earlier:
        return finding.identity
    return sha256(f"{finding.identity} {earlier}".encode()).hexdigest()
