"""What speaks for each role of a class: ancestors first, then its own shape, its name last."""

import re
from collections.abc import Callable

from archlint.model.code.classes.freezing import frozen_by
from archlint.model.code.roles import words
from archlint.model.code.roles.candidates import Candidate
from archlint.model.code.roles.shapes import (
    compares_all_fields,
    has_unsafe_hash,
    is_abstract,
    records_events,
)
from archlint.model.facts.expressions import Expression, ExpressionKind

_EXCEPTION = re.compile(r"(Error|Exception|Warning|Exit|Interrupt)$")
_BUILTIN_EXCEPTION = re.compile(r"^builtins\.(\w*(Error|Exception|Warning)|BaseException)$")
_VALUE_OBJECT = re.compile(r"ValueObject(Base)?$|(^|[a-z])VO$")
_PROJECTION = re.compile(r"[a-z](For|With)[A-Z]")


def of_marked(*names: str) -> Callable[[Candidate], str]:
    """Return the decision for classes that a decorator of one of these names marks."""

    def decide(candidate: Candidate) -> str:
        if candidate.owner.decorator_call(*names):
            return f"a decorator says so: @{names[0]}"
        return ""

    return decide


def of_exception(candidate: Candidate) -> str:
    """Return what makes it an exception."""
    for outside in sorted(candidate.owner.external_ancestors):
        if _BUILTIN_EXCEPTION.match(outside):
            return f"it inherits from {outside}"
    if found := candidate.ancestor(_EXCEPTION.search):
        return f"it inherits from {found}"
    return "its name" if _EXCEPTION.search(candidate.name) else ""


def of_enum(candidate: Candidate) -> str:
    """Return what makes it an enumeration."""
    found = candidate.ancestor(words.ENUMS.__contains__)
    return f"it inherits from {found}" if found else ""


def of_record(candidate: Candidate) -> str:
    """Return what makes it a tuple or dictionary with names."""
    found = candidate.ancestor(words.RECORDS.__contains__)
    return f"it is a {found}" if found else ""


def of_framework(candidate: Candidate) -> str:
    """Return the framework's class that it fills in."""
    for outside in sorted(candidate.owner.external_ancestors):
        if outside.rpartition(".")[2].endswith(words.FRAMEWORK_BASES) and "." in outside:
            return f"it inherits from {outside}"
    return ""


def of_port(candidate: Candidate) -> str:
    """Return what makes it an interface."""
    bases = {_last(base) for base in candidate.owner.fact.bases}
    if "Protocol" in bases:
        return "it is a Protocol"
    own = [f for f in candidate.owner.own_fields if not f.is_class_variable]
    if own:
        return ""
    public = [m for m in candidate.owner.fact.methods if m.is_public]
    abstract = sum(is_abstract(method) for method in public)
    if public and 2 * abstract >= len(public) and abstract:
        return "half of its methods or more are abstract"
    bases |= {k.parts[0].dotted.rpartition(".")[2] for k in candidate.owner.fact.keywords}
    return "it is an abstract base class without fields" if bases & {"ABC", "ABCMeta"} else ""


def of_value_object(candidate: Candidate) -> str:
    """Return what says that it is a value object."""
    if found := candidate.ancestor(_VALUE_OBJECT.search):
        return f"it inherits from {found}"
    if candidate.owner.decorator_call("value_object", "valueobject"):
        return "a decorator says so: @value_object"
    if candidate.name.endswith(("Id", "ID")) and len(candidate.fields) <= 1:
        return "its name ends with Id and it has one field at most"
    found = candidate.folder(words.VALUE_OBJECT_FOLDERS)
    return f"it lies in {found}" if found else ""


def of_equality(candidate: Candidate) -> str:
    """Return what makes it equal to another one by value."""
    if candidate.has_own_identity:
        return ""
    if has_unsafe_hash(candidate.owner.fact):
        return "its hash is made of its fields"
    return "it is equal when all its fields are" if compares_all_fields(candidate.owner) else ""


def of_message(candidate: Candidate) -> str:
    """Return what makes it a message: an event, a command, a query."""

    def is_message(name: str) -> bool:
        return name in words.MESSAGE_WORDS or bool(words.ending(name, words.MESSAGE_WORDS))

    if found := candidate.ancestor(is_message):
        return f"it inherits from {found}"
    if candidate.ancestor(words.ENTITY_BASE.search):
        return ""
    found = words.ending(candidate.name, words.MESSAGE_WORDS)
    is_kept = candidate.is_stored and found == "Message"
    return f"its name ends with {found}" if found and not is_kept else ""


def of_message_folder(candidate: Candidate) -> str:
    """Return the folder of messages that it lies in."""
    if candidate.ancestor(words.ENTITY_BASE.search):
        return ""
    found = candidate.folder(words.MESSAGE_FOLDERS)
    return f"it lies in {found}" if found else ""


def of_service(candidate: Candidate) -> str:
    """Return what makes it a service: a doer without identity."""
    if candidate.owner.fact.method("build"):
        return "it builds something"
    if candidate.is_identified or candidate.ancestor(words.ENTITY_BASE.search):
        return ""
    if candidate.is_plain_data:  # who does nothing is no doer
        return ""
    if found := words.doer(candidate.name):
        return f"its name ends with {found}"
    if found := candidate.ancestor(_is_doer):
        return f"it inherits from {found}"
    found = candidate.folder(words.SERVICE_FOLDERS)
    return f"it lies in {found}" if found and not candidate.fields else ""


def of_seedwork(candidate: Candidate) -> str:
    """Return what makes it a base class that others are built on."""
    name = candidate.name
    if name in words.BASE_NAMES:
        return "its name is that of a base class"
    if name.startswith(("Abstract", "Base")) or name.endswith(("Base", "Mixin")):
        return "its name says that others inherit from it"
    if re.match(r"I[A-Z][a-z]", name):
        return "its name is that of an interface"
    if candidate.is_only_inherited and not candidate.kept_by:
        return "only its subclasses have instances"
    return ""


def of_table(candidate: Candidate) -> str:
    """Return the folder about databases that a table lies in."""
    found = candidate.around(words.PERSISTENCE_FOLDERS) if candidate.is_table else ""
    return f"it is a table and lies in {found}" if found else ""


def of_schema(candidate: Candidate) -> str:
    """Return what makes it the shape of what comes in or goes out of tables."""
    outside = candidate.owner.external_ancestors
    if candidate.is_table or not outside & words.SCHEMA_BASES:
        return ""
    if words.SQLMODEL in outside:
        return "it inherits from SQLModel and is no table"
    return "it inherits from pydantic and lies beside tables" if candidate.lies_by_tables else ""


def of_carried(candidate: Candidate) -> str:
    """Return what says that it is made to be parsed from requests or written into responses."""
    is_schema = bool(candidate.owner.external_ancestors & words.SCHEMA_BASES)
    if candidate.is_carried and is_schema and not candidate.is_table:
        return "handlers take or give it, and nobody keeps it"
    return ""


def of_dto(candidate: Candidate) -> str:
    """Return what says that it carries data from one place to another."""
    if found := candidate.folder(words.DTO_FOLDERS):
        return f"it lies in {found}"
    found = words.ending(candidate.name, words.DTO_WORDS)
    return f"its name ends with {found}" if found and not candidate.is_table else ""


def of_vague_dto(candidate: Candidate) -> str:
    """Return the word in its name that carriers of data have, and entities seldom."""
    if candidate.ancestor(words.ENTITY_BASE.search) or candidate.is_stored:
        return ""
    if found := words.ending(candidate.name, words.VAGUE_DTO_WORDS):
        return f"its name ends with {found}"
    if _PROJECTION.search(candidate.name):
        return "its name is that of a projection"
    asks = candidate.name.startswith(words.DTO_PREFIXES) and not candidate.has_own_identity
    return "its name asks for something" if asks and len(words.words_of(candidate.name)) > 1 else ""


def of_frozen_value(candidate: Candidate) -> str:
    """Return what freezes it, when nothing identifies it."""
    return "" if candidate.is_identified else _frozen(candidate)


def of_snapshot(candidate: Candidate) -> str:
    """Return what freezes it, although it has an identity."""
    return _frozen(candidate) if candidate.identity else ""


def of_aggregate_root(candidate: Candidate) -> str:
    """Return what makes it the root of an aggregate."""
    if candidate.is_outer:
        return ""
    if found := candidate.ancestor(words.AGGREGATE_BASE.search):
        return f"it inherits from {found}"
    if not of_entity(candidate):
        return ""
    if candidate.kept_by:
        return f"{candidate.kept_by} keeps it"
    return "it records events" if records_events(candidate.owner) else ""


def of_entity(candidate: Candidate) -> str:
    """Return what makes it an entity."""
    if candidate.is_outer:
        return ""
    if found := candidate.ancestor(words.ENTITY_BASE.search):
        return f"it inherits from {found}"
    if candidate.identity is None:
        return ""
    if candidate.is_domain:
        return f"{candidate.identity.reason}, and lies in the domain"
    found = candidate.folder(words.ENTITY_FOLDERS)
    return f"{candidate.identity.reason}, and lies in {found}" if found else ""


def _is_doer(ancestor: str) -> bool:
    """Whether heirs of it do its work; a mixin lends something to whoever wants it."""
    return not ancestor.endswith("Mixin") and bool(
        words.ending(ancestor, (*words.SERVICE_WORDS, "Rule"))
    )


def _frozen(candidate: Candidate) -> str:
    found = frozen_by(candidate.owner)
    return f"it is immutable: {found}" if found else ""


def _last(base: Expression) -> str:
    """Return the last name of a base class, without its type arguments."""
    written = base.parts[0] if base.kind is ExpressionKind.SUBSCRIPT else base
    return written.dotted.rpartition(".")[2]
