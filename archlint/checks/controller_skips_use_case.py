"""Judges handlers that ask repositories themselves although there is an application layer."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.errands import Errand, Errands
from archlint.model.code.controller_evidence.exhibits import Evidence as Kind
from archlint.model.code.controller_evidence.fatness import is_told_as_fat
from archlint.model.code.controller_evidence.telling import Charge, listed, told
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.rule import Rule

RARE = 2


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler that calls repositories."""
    application = codebase.alternatives.application
    if application is None:
        return
    found = tuple(_found(codebase, rule))
    keepers = {errand.keeper for _, asked in found for errand in asked}
    is_custom = codebase.alternatives.use_cases * RARE >= len(keepers)
    for case, asked in found:
        layer = codebase.layer(case.handler.function.module.name)
        severity = None if is_custom else Severity.INFO
        yield told(case, rule, layer, _charge(case, asked, application, severity))


def _found(codebase: Codebase, rule: Rule) -> Iterator[tuple[Case, tuple[Errand, ...]]]:
    errands = Errands(codebase.inference, codebase.layer)
    for case in codebase.cases:
        layer = codebase.layer(case.handler.function.module.name)
        is_inside = layer is not None and layer.role is Role.APPLICATION
        is_meant = case.is_among(rule.names("kinds"), rule.names("ignore"))
        if not is_meant or is_inside or is_told_as_fat(case, rule):
            continue
        if asked := _told_here(case, tuple(errands.of(case)), rule):
            yield case, asked


def _told_here(case: Case, asked: tuple[Errand, ...], rule: Rule) -> tuple[Errand, ...]:
    """Return what is told here: of a handler that also goes to the store itself, only writes."""
    changes = tuple(errand for errand in asked if errand.is_change)
    if case.is_probe or case.of(Kind.WRITE):
        return ()
    is_lenient = rule.options["allow-reads"] is True or case.of(Kind.READ)
    return asked if changes or not is_lenient else ()


def _charge(
    case: Case, asked: tuple[Errand, ...], application: Layer, severity: Severity | None
) -> Charge:
    name = case.handler.function.fact.name
    calls = listed(errand.subject for errand in asked)
    keepers = listed(errand.keeper for errand in asked)
    return Charge(
        message=f"{name}() asks {keepers} without a use case in between: {calls}",
        help=f"let {name}() call a use case of {application.name}, and {calls} be called there",
        evidence=tuple(
            Evidence(e.path, e.line, f"{'write' if e.is_change else 'read'} by {e.subject}")
            for e in asked
        ),
        severity=severity,
    )
