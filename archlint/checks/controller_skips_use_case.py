"""Judges handlers that ask repositories themselves although there is an application layer."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.errands import Errand, Errands
from archlint.model.code.controller_evidence.exhibits import Evidence as Kind
from archlint.model.code.controller_evidence.telling import Charge, listed, told
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler that calls repositories."""
    application = codebase.alternatives.application
    if application is None:
        return
    errands = Errands(codebase.inference)
    for case in codebase.cases:
        if case.is_fat or not case.is_among(rule.names("kinds"), rule.names("ignore")):
            continue
        layer = codebase.layer(case.handler.function.module.name)
        asked = _told_here(case, tuple(errands.of(case)), rule)
        if asked and layer is not application:
            yield told(case, rule, layer, _charge(case, asked, application))


def _told_here(case: Case, asked: tuple[Errand, ...], rule: Rule) -> tuple[Errand, ...]:
    """Return what is told here: of a handler that also goes to the store itself, only writes."""
    changes = tuple(errand for errand in asked if errand.is_change)
    if case.is_probe or case.of(Kind.WRITE):
        return ()
    is_lenient = rule.options["allow-reads"] is True or case.of(Kind.READ)
    return asked if changes or not is_lenient else ()


def _charge(case: Case, asked: tuple[Errand, ...], application: Layer) -> Charge:
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
    )
