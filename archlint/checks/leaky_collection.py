"""Judges the collections of entities: one that others hold, too, and can change unseen."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.behaviour.sharing import Leak, exposed, kind_of, leaks
from archlint.model.code.classes.fields import Field
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method and collection that it shares with others."""
    if codebase.architecture.domain_model is not DomainModel.RICH:
        return
    for owner in codebase.classes:
        if _is_judged(codebase, owner):
            told: dict[tuple[str, str], Leak] = {}
            for leak in leaks(owner):
                told.setdefault((leak.method.qualname, leak.field.name), leak)
            for leak in told.values():
                yield _finding(codebase, rule, owner, leak)
            if rule.options["public-fields"] is True:
                yield from (_open(codebase, rule, owner, field) for field in exposed(owner))


def _is_judged(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    if layer is None or not layer.is_core or codebase.tables.mapper_of(owner.dotted):
        return False
    return codebase.role_of(owner).is_entity


def _finding(codebase: Codebase, rule: Rule, owner: ProjectClass, leak: Leak) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    name, field = leak.method.name, leak.field.name
    how = "keeps a" if leak.is_given else "hands out the"
    whose = f"of its caller as {field}" if leak.is_given else f"{field} itself"
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, leak.line, 1),
        module=owner.module.name,
        symbol=leak.method.qualname,
        layer=layer.name,
        target=field,
        message=f"{owner.name}.{name}() {how} {leak.kind} {whose}",
        help=_help(owner, leak),
        because=layer.because,
    )


def _open(codebase: Codebase, rule: Rule, owner: ProjectClass, field: Field) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, field.line, 1),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name,
        target=field.name,
        message=f"{owner.name}.{field.name} is a {kind_of(field)} that everybody may change",
        help=f"keep it as _{field.name}, and show a tuple of it",
        because=layer.because,
    )


def _help(owner: ProjectClass, leak: Leak) -> str:
    if leak.is_given:
        return f"keep a copy, so that only {owner.name} changes {leak.field.name}"
    return f"return a copy, so that only {owner.name} changes {leak.field.name}"
