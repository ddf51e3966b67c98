"""Judges handlers that go to the store themselves instead of calling a use case."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from archlint.model.code.controller_evidence.alternatives import Alternatives
from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.exhibits import Evidence as Kind
from archlint.model.code.controller_evidence.exhibits import Exhibit
from archlint.model.code.controller_evidence.fatness import is_told_as_fat
from archlint.model.code.controller_evidence.telling import Charge, listed, told
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.rule import Rule

VERBS: Mapping[frozenset[Kind], str] = MappingProxyType(
    {
        frozenset({Kind.READ}): "reads from the store",
        frozenset({Kind.WRITE}): "writes to the store",
        frozenset({Kind.READ, Kind.WRITE}): "reads from the store and writes to it",
    }
)


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler that reaches the store with nobody in between."""
    others = codebase.alternatives
    if not others.has_core:
        return
    for case in codebase.cases:
        reached = _reached(case, rule)
        if reached and not is_told_as_fat(case, rule):
            layer = codebase.layer(case.handler.function.module.name)
            yield told(case, rule, layer, _charge(others, case, reached))


def _reached(case: Case, rule: Rule) -> tuple[Exhibit, ...]:
    if case.is_probe or not case.is_among(rule.names("kinds"), rule.names("ignore")):
        return ()
    if rule.options["allow-reads"] is True and not case.of(Kind.WRITE):
        return ()
    return case.of(Kind.READ, Kind.WRITE)


def _charge(others: Alternatives, case: Case, reached: tuple[Exhibit, ...]) -> Charge:
    verb = VERBS[frozenset(exhibit.evidence for exhibit in reached)]
    calls = listed(exhibit.subject for exhibit in reached)
    name = case.handler.function.fact.name
    return Charge(
        message=f"{name}() {verb} itself: {calls}",
        help=_help(others, name, calls),
        evidence=tuple(Evidence(e.path, e.line, e.text) for e in reached),
        severity=None if others.application or others.port else Severity.INFO,
    )


def _help(others: Alternatives, name: str, calls: str) -> str:
    if others.application:
        return (
            f"let {name}() call a use case of {others.application.name}, "
            f"and keep {calls} in a repository that it asks"
        )
    if others.port:
        return (
            f"keep {calls} in a class that implements an interface of the core, "
            f"as {others.port.name} is one, and let {name}() ask through a use case"
        )
    return f"keep {calls} in a repository, and let {name}() ask through a use case"
