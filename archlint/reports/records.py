"""What programs are told of an audit, as values that JSON can hold."""

from collections import Counter

from archlint.model.audit import Audit, Coverage
from archlint.model.finding import Finding, Severity, State
from archlint.reports.printable import writable
from archlint.reports.run import Run

Record = dict[str, object]


def counts(audit: Audit) -> dict[str, int]:
    """Return how many findings there are by state, and how many new ones by severity."""
    states = Counter(finding.state for finding in audit.findings)
    weights = Counter(finding.severity or Severity.ERROR for finding in audit.new())
    return {
        "findings": len(audit.findings),
        **{state.value: states[state] for state in State},
        **{weight.value: weights[weight] for weight in Severity if weight is not Severity.OFF},
    }


def looked_at(coverage: Coverage) -> Record:
    """Return what the audit looked at."""
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


def unjudged(run: Run) -> Record:
    """Return why not all could be judged, if that is so."""
    if not run.troubles:
        return {}
    return {
        "faults": [
            {
                "kind": trouble.kind,
                "path": writable(trouble.place.path),
                "line": trouble.place.line,
                "message": writable(trouble.message),
            }
            for trouble in run.troubles
        ]
    }


def record(finding: Finding) -> Record:
    """Return everything there is to tell of a finding."""
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
        "excuse": writable(finding.excuse),
    }


def _places(finding: Finding) -> Record:
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
