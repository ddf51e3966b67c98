"""Judges fat controllers: a handler decides business rules instead of handing the request on."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.exhibits import Evidence, Exhibit
from archlint.model.code.controller_evidence.fatness import is_fat
from archlint.model.codebase import Codebase
from archlint.model.finding import Confidence, Finding, Severity
from archlint.model.finding import Evidence as Seen
from archlint.model.place import Place
from archlint.model.rule import Rule

MOST_TOLD = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler that holds business logic."""
    for case in codebase.cases:
        if is_fat(case, rule):
            yield _finding(codebase, rule, case)


def _finding(codebase: Codebase, rule: Rule, case: Case) -> Finding:
    function = case.handler.function
    fact = function.fact
    layer = codebase.layer(function.module.name)
    is_sure = case.handler.confidence is Confidence.HIGH
    is_plain = is_sure and not case.is_by_shape
    is_grave = is_plain and case.score >= rule.number("error-score")
    return Finding(
        rule=rule.name,
        place=Place(function.module.path, fact.line, fact.column + 1),
        module=function.module.name,
        symbol=fact.qualname,
        layer=layer.name if layer else None,
        severity=None if is_grave else Severity.WARNING,
        confidence=case.handler.confidence,
        message=f"{fact.name}() {_claim(case)}",
        help=_help(case),
        evidence=tuple(Seen(e.path, e.line, e.text) for e in case.exhibits),
    )


def _claim(case: Case) -> str:
    """Return what is said of a handler: how it goes on is not what it decides."""
    if not case.is_by_shape:
        return f"decides business rules: {_told(case.core)}"
    steps = case.of(Evidence.STEP, Evidence.COURSE)
    subjects = " and ".join(dict.fromkeys(exhibit.subject for exhibit in steps or case.core))
    return f"takes several steps: {subjects}" if steps else f"goes many ways around {subjects}"


def _told(core: tuple[Exhibit, ...]) -> str:
    texts = [*dict.fromkeys(exhibit.text for exhibit in core)]
    more = len(texts) - MOST_TOLD
    return ", ".join(texts[:MOST_TOLD]) + (f" and {more} more" if more > 0 else "")


def _help(case: Case) -> str:
    owners = " and ".join(dict.fromkeys(e.owner for e in case.core if e.owner))
    home = f"into {owners} or " if owners else ""
    moved = "these steps" if case.is_by_shape else _listed(case.core)
    return (
        f"move {moved} {home}into a use case that "
        f"{case.handler.function.fact.name}() calls; "
        "keep reading the request, mapping and the translation of errors here"
    )


def _listed(core: tuple[Exhibit, ...]) -> str:
    texts = [*dict.fromkeys(f"the {exhibit.text}" for exhibit in core)]
    if len(texts) > MOST_TOLD:
        texts[MOST_TOLD - 1 :] = ["the rest"]
    *firsts, last = texts
    return f"{', '.join(firsts)} and {last}" if firsts else last
