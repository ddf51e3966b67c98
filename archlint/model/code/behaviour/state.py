"""The state of an entity: which of its fields hold what the business cares about."""

import re
from dataclasses import dataclass

from archlint.model.code.classes.fields import Field
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.identity import Identity, bare, is_reference
from archlint.model.code.roles.words import SERVICE_WORDS, ending
from archlint.model.facts.expressions import Expression, ExpressionKind

_AUDIT = re.compile(
    r"(date_|time_|last_)?(created|updated|modified|deleted|inserted|changed|edited)"
    r"(_(at|on|by|by_id|date|time|datetime|timestamp|ts|utc))?"
    r"|(creation|modification|update|deletion)_(date|time|datetime)"
    r"|version|version_id|row_version|etag|timestamp|is_deleted|revision"
)
_EVENTS = re.compile(r"(\w+_)?events|_?changes|uncommitted|_events_?")
_TECHNICAL = frozenset(
    {"metadata", "objects", "model_config", "query", "registry", "logger", "log", "config"}
)
_RELATIONS = frozenset(
    {"relationship", "Relationship", "ForeignKey", "OneToOneField", "ManyToManyField", "backref",
     "association_proxy", "GenericForeignKey", "GenericRelation", "ReverseRelation"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """Names of fields as written: `data`, `flags` among them, and `references` to other things.

    What is in neither identifies the instance, says when it was stored, or collects events.
    """

    data: tuple[str, ...]
    references: tuple[str, ...]

    identity: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def counts(self, name: str) -> bool:
        """Whether an attribute is more than the identity; properties are, too."""
        return bare(name) not in {bare(field) for field in self.identity}


def state_of(owner: ProjectClass, identity: Identity | None) -> State:
    """Return the state of the instances of a class, inherited fields included."""
    data, references = _sorted_out(owner, identity)
    flags = tuple(field.name for field in data if _is_flag(field))
    names, others = (tuple(field.name for field in fields) for fields in (data, references))
    return State(names, others, identity.fields if identity else (), flags)


def kept_names(owner: ProjectClass) -> tuple[str, ...]:
    """Return the names of all that a class keeps: its state, whatever identifies it."""
    data, references = _sorted_out(owner, None)
    return tuple(field.name for field in (*data, *references))


def _sorted_out(
    owner: ProjectClass, identity: Identity | None
) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """Return the fields that hold data, and those that refer to other things."""
    data: list[Field] = []
    references: list[Field] = []
    identifying = {bare(name) for name in identity.fields} if identity else set()
    for field in owner.fields:
        if field.is_class_variable or is_bookkeeping(field.name):
            continue
        if is_reference(field.name) or _is_relation(field.value):
            references.append(field)
        elif bare(field.name) not in identifying and not is_no_state(field):
            data.append(field)
    return tuple(data), tuple(references)


def is_bookkeeping(name: str) -> bool:
    """Whether a field's name says that it is technical: audit, versions, collected events."""
    plain = bare(name)
    return (
        (name.startswith("__") and name.endswith("__"))
        or plain in _TECHNICAL
        or bool(_AUDIT.fullmatch(plain) or _EVENTS.fullmatch(plain))
    )


def _is_relation(value: Expression | None) -> bool:
    if value is None or value.kind is not ExpressionKind.CALL:
        return False
    return any(part.text in _RELATIONS for part in value.walk())


def _is_flag(field: Field) -> bool:
    """Whether it is true or false and nothing else."""
    if bare(field.name).startswith(("is_", "has_", "can_", "was_", "should_")):
        return True
    if field.value is not None and field.value.text in {"True", "False"}:
        return True
    spelled = (said for said in (field.annotation, _declared(field), field.value) if said)
    words = {part.text for said in spelled for part in said.walk()}
    return bool(words & {"bool", "Boolean", "BooleanField"})


def _declared(field: Field) -> Expression | None:
    """Return the annotation of the parameter that the constructor stores in a field."""
    if field.setter is None or field.value is None:
        return None
    given = (p for p in field.setter.parameters if p.name == field.value.dotted)
    return next((parameter.annotation for parameter in given), None)


def is_no_state(field: Field) -> bool:
    """Whether a field is a constant, a manager of a framework, or someone who does the work."""
    value = field.value
    called = value.callee.text if value and value.kind is ExpressionKind.CALL else ""
    if field.name.isupper() or called.endswith(("Manager", "as_manager", "Table")):
        return True
    annotation = field.annotation
    return annotation is not None and bool(ending(annotation.text, SERVICE_WORDS))
