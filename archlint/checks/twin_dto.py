"""Judges copies of classes: the same fields, written and mapped layer after layer."""

from collections.abc import Iterator, Sequence

from archlint.model.architecture.architecture import DomainModel, Membership
from archlint.model.code.ceremony.copies import Copies, Copying
from archlint.model.code.ceremony.stretches import Stretch, stretches
from archlint.model.code.controller_evidence.telling import listed
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each context that writes several things three times or more."""
    if codebase.architecture.domain_model is not DomainModel.RICH:
        return
    for home in {member.home: None for member in codebase.memberships.values()}:
        copies = _copies(codebase, home)
        enough = len(copies) >= rule.number("min-concepts")
        if enough and not codebase.cruds.are_told(home, rule):
            written = [owner for each in copies for owner in each.owners]
            here = stretches(written, codebase.memberships)
            yield _finding(rule, min(here, key=lambda stretch: stretch.layer.ring), copies)


def _copies(codebase: Codebase, home: tuple[str, ...]) -> tuple[Copies, ...]:
    members = codebase.memberships
    lying = (c for c in codebase.classes if _lies_in(home, members.get(c.module.name)))
    here = sorted(lying, key=lambda owner: (owner.module.path, owner.fact.line))
    return tuple(Copying(here, codebase.functions, codebase.inference, codebase.layer).found())


def _lies_in(home: tuple[str, ...], member: Membership | None) -> bool:
    return member is not None and member.home == home


def _finding(rule: Rule, stretch: Stretch, copies: Sequence[Copies]) -> Finding:
    count = sum(len(each.owners) for each in copies)
    mappers = {function.dotted for each in copies for function in each.mappers}
    functions = "1 function copies" if len(mappers) == 1 else f"{len(mappers)} functions copy"
    return stretch.told(
        rule.name,
        f"{len(copies)} things{stretch.of} without a rule are written as {count} classes, "
        f"field by field ({listed(_named(each) for each in copies)}), and {functions} them",
        _help(copies),
        _evidence(copies),
    )


def _named(copies: Copies) -> str:
    return "/".join(owner.name for owner in copies.owners)


def _help(copies: Sequence[Copies]) -> str:
    first = copies[0]
    inner, *others = (owner.name for owner in first.owners)
    return (
        f"let the layers share one of {listed([inner, *others])} until they differ, "
        f"and the same for the rest; or give {inner} the rules that make it more than its fields"
    )


def _evidence(copies: Sequence[Copies]) -> Iterator[Evidence]:
    for each in copies:
        for owner in each.owners:
            text = f"{owner.name} has {len(each.fields)} fields as the others have them"
            yield Evidence(owner.module.path, owner.fact.line, text)
        for function in each.mappers:
            text = f"{function.fact.qualname}() copies them"
            yield Evidence(function.module.path, function.fact.line, text)
