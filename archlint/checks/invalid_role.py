"""Judges invalid roles: comments that mean to say what a class is for, and say nothing."""

from collections.abc import Iterator

from archlint.model.architecture.speaking import Spoken
from archlint.model.code.roles.choosing import first_at_each_class
from archlint.model.code.roles.class_roles import GIVEN_ROLES
from archlint.model.codebase import Codebase
from archlint.model.facts.remarks import RemarkKind
from archlint.model.finding import Finding
from archlint.model.nearest import unknown
from archlint.model.rule import Rule
from archlint.model.verdicts import told_apart


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each comment that gives a role to no class."""
    heard = {spoken.place for spoken in first_at_each_class(codebase.spoken)}
    yield from told_apart(
        _finding(rule, spoken)
        for spoken in codebase.spoken
        if spoken.remark.kind is RemarkKind.ROLE and spoken.place not in heard
    )


def _finding(rule: Rule, spoken: Spoken) -> Finding:
    role = "".join(spoken.remark.names)
    return Finding(
        rule=rule.name,
        place=spoken.place,
        module=spoken.module.name,
        target=role,
        message=_fault(spoken, role),
        help=_help(spoken, role),
    )


def _fault(spoken: Spoken, role: str) -> str:
    if spoken.remark.fault:
        return spoken.remark.fault
    if role not in GIVEN_ROLES:
        return unknown("role", role, GIVEN_ROLES)
    if not spoken.remark.is_at_class:
        return f"no class begins here to be of role {role}"
    return f"{spoken.remark.definition} has been given a role already"


def _help(spoken: Spoken, role: str) -> str:
    if role not in GIVEN_ROLES:
        return f"roles are {', '.join(GIVEN_ROLES)}"
    if spoken.remark.is_at_class:
        return "keep one of the comments"
    return "write the comment at the end of the line of the class, or alone above the class"
