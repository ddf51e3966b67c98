"""Judges value objects: one that has an identity of its own, or holds what has one."""

from collections.abc import Iterator

from archlint.model.code.classes.fields import Field
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.identity import IdentityKind, bare
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_CARRIED = frozenset({"uuid", "guid", "uid", "oid", "identity", "identifier"})
"""Names by which a value may also carry whom it is about; its own it would make itself."""


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each value object of the core that something identifies."""
    for owner in codebase.classes:
        if not _is_judged(codebase, owner):
            continue
        if field := _identity(codebase, owner):
            yield _finding(codebase, rule, owner, field, "")
        elif held := next(_entities(codebase, owner), None):
            yield _finding(codebase, rule, owner, *held)


def _is_judged(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    if layer is None or not layer.is_core or owner.name.endswith(("Id", "ID", "Identifier")):
        return False
    return codebase.role_of(owner).role is ClassRole.VALUE_OBJECT


def _identity(codebase: Codebase, owner: ProjectClass) -> Field | None:
    """Return the field of its own that identifies it, beside others that say what it is worth."""
    identity = codebase.role_of(owner).identity
    if identity is None or identity.kind is not IdentityKind.OWN:
        return None
    fields = [field for field in owner.own_fields if not field.is_class_variable]
    own = (field for field in fields if bare(field.name) in map(bare, identity.fields))
    found = next(own, None) if len(fields) > 1 else None
    return found if found and (bare(found.name) not in _CARRIED or found.value) else None


def _entities(codebase: Codebase, owner: ProjectClass) -> Iterator[tuple[Field, str]]:
    """Yield the fields that hold an entity itself, with its name."""
    annotations = codebase.inference.annotations
    for field in owner.own_fields:
        read = annotations.read(owner.module.name, field.annotation, owner)
        for mentioned in () if field.is_class_variable else read.mentioned():
            held = None if mentioned.is_class else codebase.classes.get(mentioned.name)
            if held and held is not owner and codebase.role_of(held).is_entity:
                yield field, held.name


def _finding(
    codebase: Codebase, rule: Rule, owner: ProjectClass, field: Field, held: str
) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    by_itself = f"{owner.name} is a value object, and its {field.name} tells it from its equals"
    by_another = f"{owner.name} is a value object, and its {field.name} holds the entity {held}"
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, owner.fact.line, owner.fact.column + 1),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name,
        target=field.name,
        message=by_another if held else by_itself,
        help=(
            f"hold the identity of the {held}, or make {owner.name} an entity"
            if held
            else f"take {field.name} out of {owner.name}, or make it an entity"
        ),
        because=layer.because,
    )
