"""Judges sideways imports: parts that are meant to be independent know one another."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import Membership
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import reexports
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each import statement and each independent part that it names."""
    told: set[tuple[object, str]] = set()
    for dependency in codebase.dependencies:
        here = codebase.memberships.get(dependency.importer.name)
        there = codebase.memberships.get(dependency.target)
        key = (dependency.place, dependency.target)
        if here and there and key not in told and _is_sideways(dependency, here, there):
            told.add(key)
            yield _finding(rule, dependency, here, there)


def _is_sideways(dependency: Dependency, here: Membership, there: Membership) -> bool:
    return here.keeps_apart_from(there) and not dependency.is_main_only


def _finding(rule: Rule, dependency: Dependency, here: Membership, there: Membership) -> Finding:
    one, other = _told(here, there), _told(there, here)
    manner = f" {dependency.manner}" if dependency.manner else ""
    return Finding(
        rule=rule.name,
        place=dependency.place,
        module=dependency.importer.name,
        layer=here.layer.name,
        target=dependency.symbol.dotted or dependency.target,
        severity=Severity.WARNING if dependency.is_soft else None,
        message=f"{one} imports {dependency.target}{manner}, of {other}, which is independent",
        help=f"move what {one} and {other} share inward, or let the composition root join them",
        evidence=tuple(reexports([dependency])),
        because=here.layer.because or there.layer.because,
    )


def _told(one: Membership, other: Membership) -> str:
    if one.layer is not other.layer:
        return one.layer.name
    return f"{one.root}.{one.member}" if one.member == other.member else one.member
