"""Judges sideways imports: parts that are meant to be independent know one another."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import Membership
from archlint.model.code.names.bundles import Bundle, bundles
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each module of an independent part that it knows."""
    for bundle in bundles(d for d in codebase.dependencies if _is_sideways(codebase, d)):
        here = codebase.memberships[bundle.module.name]
        there = codebase.memberships[bundle.first.target]
        yield _finding(rule, bundle, here, there)


def _is_sideways(codebase: Codebase, dependency: Dependency) -> bool:
    here = codebase.memberships.get(dependency.importer.name)
    there = codebase.memberships.get(dependency.target)
    if here is None or there is None or dependency.is_main_only:
        return False
    return here.keeps_apart_from(there) and not _is_handed_on(codebase, dependency, there)


def _is_handed_on(codebase: Codebase, dependency: Dependency, there: Membership) -> bool:
    """Whether a neighbour has brought the name in, who is told for it."""
    here = codebase.memberships[dependency.importer.name]
    neighbours = (codebase.by_path[place.path] for place in dependency.symbol.reexports)
    return any(
        near.keeps_apart_from(there) and not here.keeps_apart_from(near)
        for module in neighbours
        if module != dependency.importer and (near := codebase.memberships.get(module.name))
    )


def _finding(rule: Rule, bundle: Bundle, here: Membership, there: Membership) -> Finding:
    one, other = _told(here, there), _told(there, here)
    return Finding(
        rule=rule.name,
        place=bundle.place,
        module=bundle.module.name,
        layer=here.layer.name,
        target=bundle.target,
        severity=Severity.WARNING if bundle.is_soft else None,
        message=f"{one} {bundle.verb} {bundle.what}, of {other}, which is independent",
        help=f"move what {one} and {other} share inward, or let the composition root join them",
        evidence=bundle.reexports,
        also=bundle.also,
        because=here.layer.because or there.layer.because,
    )


def _told(one: Membership, other: Membership) -> str:
    if one.layer is not other.layer:
        return one.layer.name
    return f"{one.root}.{one.member}" if one.member == other.member else one.member
