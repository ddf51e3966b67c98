"""The last line of a text report: how much was found, and in how much."""

from collections import Counter
from collections.abc import Iterator

from archlint.model.audit import Audit, Coverage
from archlint.model.finding import Severity, State

REMARKS = {State.BASELINE: "in the baseline", State.ALLOWED: "allowed", State.OLDER: "older"}


def summary(audit: Audit) -> str:
    """Return how many violations there are and what was looked at, without a line end."""
    new = audit.new()
    silent = _silent(audit)
    modules = counted(audit.coverage.modules, "module")
    layers = counted(occupied_layers(audit.coverage), "layer")
    if not new:
        rules = counted(judged_rules(audit.coverage), "rule")
        return f"No violations{silent}: {modules}, {layers}, {rules}{_gap(audit.coverage)}"
    weights = Counter(finding.severity or Severity.ERROR for finding in new)
    kinds = ", ".join(_weights(weights))
    return f"Found {counted(len(new), 'violation')}{silent} in {modules} of {layers}: {kinds}"


def counted(number: int, noun: str) -> str:
    """Return `1 module`, `2 modules`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def share(part: int, whole: int) -> str:
    """Return how much of the modules this is, in whole percents; 100 only when it is all."""
    return f"{100 * part // whole} % of modules"


def occupied_layers(coverage: Coverage) -> int:
    """Count the layers that hold a module: a style brings more than most projects have."""
    return sum(1 for layer in coverage.layers if layer.modules)


def judged_rules(coverage: Coverage) -> int:
    """Count the rules that had something to judge."""
    return len(set(coverage.rules) - set(coverage.idle_rules))


def _gap(coverage: Coverage) -> str:
    """Return how much is in a layer where that is not all."""
    if not coverage.layers or coverage.layered_modules == coverage.telling_modules:
        return ""
    return f", {share(coverage.layered_modules, coverage.telling_modules)} in a layer"


def _silent(audit: Audit) -> str:
    states = Counter(finding.state for finding in audit.findings)
    parts = [f"{states[state]} {remark}" for state, remark in REMARKS.items() if states[state]]
    return f" ({', '.join(parts)})" if parts else ""


def _weights(weights: Counter[Severity]) -> Iterator[str]:
    for severity in Severity:
        if number := weights[severity]:
            yield f"{number} {severity}" if severity is Severity.INFO else counted(number, severity)
