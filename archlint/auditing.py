"""The use case: judge a code base by the rules and make an audit of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from archlint.model.audit import Audit, Coverage, LayerCoverage
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule

Judge = Callable[[Codebase, Rule], Iterator[Finding]]


def judge(codebase: Codebase, rules: Iterable[Rule], judges: Mapping[str, Judge]) -> Audit:
    """Return what the judges of the rules find; rules that are off are left out."""
    active = tuple(rule for rule in rules if not rule.is_off and rule.name in judges)
    found = (
        replace(finding, severity=rule.severity_of(finding.severity))
        for rule in active
        for finding in judges[rule.name](codebase, rule)
    )
    return Audit(
        architecture=codebase.architecture,
        findings=tuple(sorted(found, key=_order)),
        coverage=_coverage(codebase, active),
        rules=active,
    )


def _order(finding: Finding) -> tuple[str, int, int, str, str, str, str]:
    place = finding.place
    return (
        *(place.path, place.line, place.column),
        *(finding.rule, finding.symbol, finding.target, finding.message),
    )


def _coverage(codebase: Codebase, rules: tuple[Rule, ...]) -> Coverage:
    layers = codebase.architecture.layers
    members = Counter(membership.layer.name for membership in codebase.memberships.values())
    occupied = {layer.name for layer in layers if members[layer.name]}
    occupied |= {layer.role.value for layer in layers if layer.role and members[layer.name]}
    judged = [d for d in codebase.dependencies if d.importer.name in codebase.memberships]
    return Coverage(
        modules=len(codebase.modules),
        layered_modules=len(codebase.memberships),
        studied_modules=len(codebase.structures),
        unreadable=len(codebase.unreadable),
        imports=len(codebase.dependencies),
        judged_imports=sum(1 for d in judged if d.library or d.target in codebase.memberships),
        layers=tuple(
            LayerCoverage(x.name, x.ring, x.role and x.role.value, members[x.name]) for x in layers
        ),
        rules=tuple(rule.name for rule in rules),
        idle_rules=tuple(
            rule.name for rule in rules if rule.layers and not occupied & set(rule.layers)
        ),
    )
