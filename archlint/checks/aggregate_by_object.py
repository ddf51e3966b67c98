"""Judges aggregates: a root that holds another root itself instead of its identity."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.classes.fields import Field
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.aggregates import is_added_to, is_called_root
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each field of a root that holds another root; tables are left out.

    Of a part with a repository of its own the repository is told.
    """
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    for owner in codebase.classes:
        if _is_root(codebase, owner):
            for field, held in _held(codebase, owner):
                if "repository-non-root" in rule.beside and held.dotted in codebase.kept_parts:
                    continue
                yield _finding(codebase, rule, owner, field, held)


def _is_root(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    if layer is None or not layer.is_core or codebase.tables.mapper_of(owner.dotted):
        return False
    return codebase.role_of(owner).role is ClassRole.AGGREGATE_ROOT


def _held(codebase: Codebase, owner: ProjectClass) -> Iterator[tuple[Field, ProjectClass]]:
    """Yield the fields with another root, of which a repository or the project itself says so."""
    for field in owner.own_fields:
        if field.is_class_variable:
            continue
        for mentioned in codebase.inference.members.field_type(owner, field).mentioned():
            held = None if mentioned.is_class else codebase.classes.get(mentioned.name)
            is_part = held and not is_called_root(held) and is_added_to(held, owner, field)
            if held and not is_part and _is_foreign(codebase, owner, held):
                yield field, held
                break


def _is_foreign(codebase: Codebase, owner: ProjectClass, held: ProjectClass) -> bool:
    if held in owner.lineage or owner in held.lineage or not _is_root(codebase, held):
        return False
    return held.dotted in codebase.keeping.roots or codebase.role_of(held).is_chosen


def _finding(
    codebase: Codebase, rule: Rule, owner: ProjectClass, field: Field, held: ProjectClass
) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    keeper = codebase.keeping.roots.get(held.dotted, "")
    reason = f"{held.name} is kept by {keeper}" if keeper else codebase.role_of(held).reason
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, field.line, 1),
        module=owner.module.name,
        symbol=f"{owner.fact.qualname}.{field.name}",
        layer=layer.name,
        target=held.dotted,
        message=f"{owner.name} holds the aggregate {held.name} itself in {field.name}",
        help=_help(held, keeper),
        evidence=(Evidence(held.module.path, held.fact.line, reason),),
        because=layer.because,
    )


def _help(held: ProjectClass, keeper: str) -> str:
    source = keeper or "a repository of its own"
    return f"hold the identity of the {held.name}, and let use cases fetch it from {source}"
