"""Identity: which field tells an instance from all others, whatever else changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.code.classes.fields import Field, self_attribute
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.words import snake
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import expressions_in

NAMES = frozenset(
    {"id", "uuid", "uid", "guid", "pk", "oid", "identity", "identifier", "entity_id", "ident"}
)
_IMPLIED_BY = frozenset(
    {"django.db.models.Model", "peewee.Model", "mongoengine.Document", "beanie.Document",
     "tortoise.models.Model", "tortoise.Model", "odmantic.Model", "pony.orm.Entity"}
)  # fmt: skip
FEWEST_REFERENCES = 2
_ASKED_BY_ALL = frozenset({"", "__class__"})


class IdentityKind(StrEnum):
    """OWN: a field of its own. KEY: a repository looks it up by it. LINK: what it connects."""

    OWN = "own"
    KEY = "key"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Identity:
    """The fields that identify an instance; `reason` says how that is known."""

    kind: IdentityKind
    fields: tuple[str, ...]
    reason: str


def identity_of(owner: ProjectClass, keys: Mapping[str, str]) -> Identity | None:
    """Return what identifies the instances of a class, None when nothing is known to.

    `keys` are the fields by which repositories look classes up, by the class's dotted name.
    """
    if own := own_identity(owner):
        return own
    key = keys.get(owner.dotted)
    if key and any(bare(field.name) == key for field in owner.fields):
        return Identity(IdentityKind.KEY, (key,), f"a repository looks it up by {key}")
    if (known := compared_field(owner)) and len(owner.fields) > 1:
        return Identity(IdentityKind.KEY, (known,), f"it is equal when its {bare(known)} is")
    links = tuple(f.name for f in owner.fields if is_reference(f.name) and not f.is_class_variable)
    if len(links) >= FEWEST_REFERENCES:
        return Identity(IdentityKind.LINK, links, f"it links {' and '.join(links)}")
    return None


def own_identity(owner: ProjectClass) -> Identity | None:
    """Return the identity that a class declares or inherits."""
    keys = tuple(field for field in owner.fields if _is_primary_key(field.value))
    if len(keys) > 1 or any(_points_elsewhere(key) for key in keys):
        names = tuple(key.name for key in keys)
        return Identity(IdentityKind.LINK, names, f"its key is {' and '.join(names)}")
    speaking = frozenset(_speaking_names(owner))
    for field in owner.fields:
        if not field.is_class_variable and _identifies(field, owner, speaking):
            return Identity(IdentityKind.OWN, (field.name,), f"it has an identity, {field.name}")
    for outside in sorted(owner.external_ancestors & _IMPLIED_BY):
        return Identity(IdentityKind.OWN, ("id",), f"{outside} gives it an identity")
    return None


def is_reference(name: str) -> bool:
    """Whether a field's name says that it holds the identity of something."""
    return bare(name).endswith(("_id", "_uuid", "_pk", "_ids"))


def bare(name: str) -> str:
    """Return the name of a field without underscores around it, in snake case."""
    stripped = name.strip("_")
    return snake(stripped) if stripped != stripped.lower() else stripped


def _speaking_names(owner: ProjectClass) -> Iterator[str]:
    """Yield the names of fields that say of which class they are the identity."""
    for stem in {snake(heir.name) for heir in owner.lineage}:
        for known in {stem, stem.removesuffix("_entity"), stem.removesuffix("_model")}:
            yield from (f"{known}_id", f"{known}_uuid")


def _identifies(field: Field, owner: ProjectClass, speaking: frozenset[str]) -> bool:
    name = bare(field.name)
    if name in NAMES or name in speaking:
        return True
    if _is_primary_key(field.value):
        return True
    typed = field.annotation.walk() if field.annotation else ()
    return any(part.text in {f"{owner.name}Id", f"{owner.name}ID"} for part in typed)


def _points_elsewhere(key: Field) -> bool:
    return key.value is not None and any(p.text == "ForeignKey" for p in key.value.walk())


def _is_primary_key(value: Expression | None) -> bool:
    if value is None or value.kind is not ExpressionKind.CALL:
        return False
    return any(
        part.kind is ExpressionKind.KEYWORD
        and part.text in {"primary_key", "pk"}
        and part.parts[0].text == "True"
        for part in value.walk()
    )


def compared_field(owner: ProjectClass) -> str:
    """Return the one field by which `__eq__` tells instances apart, "" where it is not one.

    Where it asks `self` for anything else, such as a property, more than that field may count.
    """
    found = owner.find_method("__eq__")
    if found is None or len(found[1].parameters) != len(("self", "other")):
        return ""
    asked = {self_attribute(part) for part in expressions_in(found[1].body)} - _ASKED_BY_ALL
    names = {field.name for field in owner.fields}
    return asked.pop() if len(asked) == 1 and asked <= names else ""
