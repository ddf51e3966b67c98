"""Judges handlers that end a transaction although the project has a unit of work for that."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.exhibits import Evidence as Kind
from archlint.model.code.controller_evidence.exhibits import Exhibit
from archlint.model.code.controller_evidence.fatness import is_told_as_fat
from archlint.model.code.controller_evidence.telling import Charge, listed, told
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler that decides when others' work is final."""
    unit = codebase.alternatives.unit_of_work
    if unit is None:
        return
    for case in codebase.cases:
        if _is_judged(case, rule) and (calls := case.of(Kind.TX)):
            layer = codebase.layer(case.handler.function.module.name)
            yield told(case, rule, layer, _charge(case, calls, unit.name))


def _is_judged(case: Case, rule: Rule) -> bool:
    """Whether the transaction itself is to be told: of the own writes others tell."""
    is_meant = case.is_among(rule.names("kinds"), rule.names("ignore"))
    return is_meant and not is_told_as_fat(case, rule) and not case.of(Kind.WRITE)


def _charge(case: Case, calls: tuple[Exhibit, ...], unit: str) -> Charge:
    name = case.handler.function.fact.name
    subjects = listed(exhibit.subject for exhibit in calls)
    return Charge(
        message=f"{name}() decides when work is final: {subjects}",
        help=f"move {subjects} into the use case that {name}() calls, which gets a {unit} for it",
        evidence=tuple(Evidence(e.path, e.line, e.text) for e in calls),
    )
