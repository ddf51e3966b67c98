"""Judges value objects: one that changes itself, or that anybody can change."""

from collections.abc import Iterator

from archlint.model.code.behaviour.culprits import listed
from archlint.model.code.behaviour.openness import Openness
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each value object of the core that can change; not for its heirs."""
    judged = {owner: Openness(owner) for owner in codebase.classes if _is_judged(codebase, owner)}
    open_ones = {owner for owner, found in judged.items() if _is_open(found)}
    told = open_ones - _lenders(codebase, open_ones)
    for owner in told:
        if not told & set(owner.lineage[1:]):
            yield _finding(codebase, rule, judged[owner])


def _is_judged(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    if layer is None or not layer.is_core or codebase.tables.mapper_of(owner.dotted):
        return False
    is_mapped = (
        owner.find_method("__composite_values__") is not None
        or owner.dotted in codebase.mapped_elsewhere
    )
    return codebase.role_of(owner).role is ClassRole.VALUE_OBJECT and not is_mapped


def _is_open(found: Openness) -> bool:
    return not found.is_filled_later and bool(found.changes or found.open_fields)


def _lenders(codebase: Codebase, values: set[ProjectClass]) -> set[ProjectClass]:
    """Return those of which other classes than value objects inherit: they only lend a field."""
    return {
        above
        for owner in codebase.classes
        for above in values.intersection(owner.lineage[1:])
        if codebase.role_of(owner).role is not ClassRole.VALUE_OBJECT
    }


def _finding(codebase: Codebase, rule: Rule, found: Openness) -> Finding:
    owner = found.owner
    layer = codebase.memberships[owner.module.name].layer
    methods = list(dict.fromkeys(f"{change.method.name}()" for change in found.changes))
    fields = listed(field.name for field in found.open_fields) if found.open_fields else ""
    open_to_all = f"anybody can assign to its {fields}"
    how = f"{listed(methods)} can change it" if methods else open_to_all
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, owner.fact.line, owner.fact.column + 1),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name,
        severity=None if methods else Severity.WARNING,
        message=f"{owner.name} is a value object, and {how}",
        help=_help(owner, methods),
        evidence=tuple(
            Evidence(
                change.holder.module.path,
                change.write.line,
                f"{change.method.name}() changes {change.write.attribute}",
            )
            for change in found.changes
        ),
        because=layer.because,
    )


def _help(owner: ProjectClass, methods: list[str]) -> str:
    if methods:
        return f"let {listed(methods)} return a new {owner.name}, and freeze the class"
    if owner.decorator_call("dataclass"):
        return f"freeze it: @dataclass(frozen=True), and build a new {owner.name} for another value"
    return f"freeze {owner.name}, and build a new one for another value"
