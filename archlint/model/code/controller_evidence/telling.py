"""How a handler is told that does what others are there for."""

from collections.abc import Iterable
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer
from archlint.model.code.controller_evidence.court import Case
from archlint.model.finding import Confidence, Evidence, Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Charge:
    """What is said of a handler; `severity` is None where the default of the rule holds."""

    message: str
    help: str
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None


def told(case: Case, rule: Rule, layer: Layer | None, charge: Charge) -> Finding:
    """Return the finding about a handler; a warning at most where a heuristic recognised it."""
    function = case.handler.function
    given = charge.severity or rule.severity
    is_sure = case.handler.confidence is Confidence.HIGH
    is_too_grave = given is Severity.ERROR and not is_sure
    return Finding(
        rule=rule.name,
        place=Place(function.module.path, function.fact.line, function.fact.column + 1),
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name if layer else None,
        severity=Severity.WARNING if is_too_grave else charge.severity,
        confidence=case.handler.confidence,
        message=charge.message,
        help=charge.help,
        evidence=charge.evidence,
    )


def listed(names: Iterable[str]) -> str:
    """Return the first few names in words, each once."""
    distinct = [*dict.fromkeys(names)]
    more = len(distinct) - MOST_NAMES
    if more > 0:
        return f"{', '.join(distinct[:MOST_NAMES])} and {more} more"
    *firsts, last = distinct
    return f"{', '.join(firsts)} and {last}" if firsts else last
