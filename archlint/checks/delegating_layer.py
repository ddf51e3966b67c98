"""Judges delegating layers: almost all that they are asked for, others do."""

from collections.abc import Iterator, Sequence

from archlint.model.architecture.layers import Role
from archlint.model.code.ceremony.relays import Entry
from archlint.model.code.ceremony.stretches import Stretch, share, stretches
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.telling import listed
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule

_JUDGED = frozenset({ClassRole.SERVICE, ClassRole.OTHER})
_OTHERS = frozenset({Role.APPLICATION, Role.CONTROLLERS, Role.COMPOSITION, Role.SHARED})
"""Layers that are not judged: use cases have a rule of their own, controllers are to hand on."""


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each layer, or its part in a context, that hands almost all on."""
    for stretch in stretches(_workers(codebase), codebase.memberships):
        if stretch.layer.role not in _OTHERS:
            entries = [
                entry for owner in stretch.owners for entry in codebase.relays.entries(owner)
            ]
            passing = [entry for entry in entries if entry.hands_to]
            enough = len(entries) >= rule.number("min-methods")
            if enough and len(passing) >= rule.number("min-share") * len(entries):
                yield _finding(rule, stretch, passing, len(entries))


def _workers(codebase: Codebase) -> Iterator[ProjectClass]:
    for owner in codebase.classes:
        if codebase.role_of(owner).role in _JUDGED:
            yield owner


def _finding(rule: Rule, stretch: Stretch, passing: Sequence[Entry], every: int) -> Finding:
    owners, asked = (listed(names) for names in _parties(passing))
    return stretch.told(
        rule.name,
        f"{share(len(passing), every)} methods of {stretch.layer.name}{stretch.in_context} "
        f"hand their call on unchanged to {asked}",
        f"let the callers of {owners} ask {asked}, and give the layer up",
        (Evidence(e.owner.module.path, e.fact.line, e.text) for e in passing),
    )


def _parties(passing: Sequence[Entry]) -> tuple[list[str], list[str]]:
    return [entry.owner.name for entry in passing], [entry.hands_to for entry in passing]
