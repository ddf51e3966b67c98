"""Judges handlers that are too long and too hard to follow for what a handler is there for."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.fatness import is_told_as_fat
from archlint.model.code.controller_evidence.residue import Residue
from archlint.model.code.controller_evidence.telling import Charge, told
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler that holds too much, whatever it is."""
    for case in codebase.cases:
        if not _may_be_oversized(case, rule):
            continue
        left = Residue(case.pieces[0])
        if _is_too_much(left, rule):
            layer = codebase.layer(case.handler.function.module.name)
            yield told(case, rule, layer, _charge(case, left))


def _may_be_oversized(case: Case, rule: Rule) -> bool:
    is_hard = case.cognitive > rule.number("max-cognitive")
    is_meant = case.is_among(rule.names("kinds"), rule.names("ignore"))
    return is_hard and is_meant and not is_told_as_fat(case, rule)


def _is_too_much(left: Residue, rule: Rule) -> bool:
    is_long = left.statements > rule.number("max-statements")
    return is_long and left.cognitive > rule.number("max-cognitive")


def _charge(case: Case, left: Residue) -> Charge:
    name = case.handler.function.fact.name
    return Charge(
        message=f"{name}() holds {left.statements} statements of a cognitive complexity of "
        f"{left.cognitive}, reading requests and answering left out",
        help=f"move what {name}() does between reading the request and answering into a use case",
    )
