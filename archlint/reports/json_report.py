"""The report for programs; report.schema.json beside this file says what is in it."""

from collections import Counter

from archlint.model.audit import Audit, Coverage
from archlint.model.finding import Finding, Severity, State
from archlint.reports.manner import Manner
from archlint.reports.printable import writable

SCHEMA = "archlint/report@1"


def json_report(audit: Audit, _manner: Manner) -> str:
    """Return the report, with every finding of every state."""
    import msgspec

    report = {
        "schema": SCHEMA,
        "summary": _summary(audit),
        "coverage": _coverage(audit.coverage),
        "findings": [_finding(finding) for finding in audit.findings],
    }
    text = msgspec.json.format(msgspec.json.encode(report), indent=2)
    return text.decode("utf-8") + "\n"


def _summary(audit: Audit) -> dict[str, int]:
    states = Counter(finding.state for finding in audit.findings)
    weights = Counter(finding.severity or Severity.ERROR for finding in audit.new())
    return {
        "findings": len(audit.findings),
        **{state.value: states[state] for state in State},
        **{weight.value: weights[weight] for weight in Severity if weight is not Severity.OFF},
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    return {
        "modules": coverage.modules,
        "layered_modules": coverage.layered_modules,
        "blank_modules": coverage.blank_modules,
        "studied_modules": coverage.studied_modules,
        "unreadable": coverage.unreadable,
        "imports": coverage.imports,
        "judged_imports": coverage.judged_imports,
        "layers": [
            {"name": layer.name, "ring": layer.ring, "role": layer.role, "modules": layer.modules}
            for layer in coverage.layers
        ],
        "rules": coverage.rules,
        "idle_rules": coverage.idle_rules,
        "idle_reasons": {idle.name: idle.reason for idle in coverage.idle},
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": (finding.severity or Severity.ERROR).value,
        "path": writable(finding.place.path),
        "line": finding.place.line,
        "column": finding.place.column,
        "symbol": writable(finding.symbol),
        "layer": finding.layer,
        "target": writable(finding.target),
        "message": writable(finding.message),
        "confidence": finding.confidence.value,
        "help": writable(finding.help),
        "because": finding.because,
        **_places(finding),
        "identity": finding.identity,
        "state": finding.state.value,
    }


def _places(finding: Finding) -> dict[str, object]:
    return {
        "evidence": [
            {"path": writable(proof.path), "line": proof.line, "text": writable(proof.text)}
            for proof in finding.evidence
        ],
        "chain": [
            {"path": writable(hop.path), "line": hop.line, "module": writable(hop.module)}
            for hop in finding.chain
        ],
        "also": [{"path": writable(place.path), "line": place.line} for place in finding.also],
    }
