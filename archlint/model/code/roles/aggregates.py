"""Aggregates: which entities are parts of others, and not roots of their own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.classes.fields import Field
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.types import Type
from archlint.model.code.roles.deciding import Verdict
from archlint.model.code.roles.identity import bare
from archlint.model.code.roles.words import AGGREGATE_BASE, words_of

_IDENTITIES = ("id", "oid", "uuid", "uid", "guid", "pk", "key", "identity")
_ADDING = ("add", "append", "insert", "extend", "update")
_SUFFIXES = ("Entity", "Aggregate", "AggregateRoot", "Root", "Model")


@dataclass(frozen=True, slots=True)
class Part:
    """An entity that another one holds in a field."""

    part: ProjectClass
    whole: ProjectClass
    field: Field


@dataclass(frozen=True)
class Aggregates:
    """The entities that are parts of others.

    A part is held by its whole, and either has a name that begins with the name of the whole, as
    the OrderLine of an Order, or the project itself calls the whole an aggregate and the part none.
    """

    classes: Classes
    role_of: Callable[[ProjectClass], Verdict]
    field_type: Callable[[ProjectClass, Field], Type]

    def part(self, known: ProjectClass) -> Part | None:
        """Return what an entity is a part of, None for a root and for what is no entity."""
        verdict = self.role_of(known)
        if not verdict.is_entity or verdict.is_chosen or is_called_root(known):
            return None
        for held in self._held.get(known.dotted, ()):
            if _is_named_after(known, held.whole) or is_called_root(held.whole):
                return held
        return None

    @cached_property
    def _held(self) -> Mapping[str, list[Part]]:
        """Who holds a class in a field, by the name of the class."""
        found: dict[str, list[Part]] = defaultdict(list)
        for whole in self.classes:
            if self.role_of(whole).is_entity:
                for field in whole.own_fields:
                    for part in self._parts(whole, field):
                        found[part.dotted].append(Part(part, whole, field))
        return found

    def _parts(self, whole: ProjectClass, field: Field) -> Iterable[ProjectClass]:
        if field.is_class_variable:
            return
        for mentioned in self.field_type(whole, field).mentioned():
            part = None if mentioned.is_class else self.classes.get(mentioned.name)
            if part and part not in whole.lineage and whole not in part.lineage:
                yield part


def is_called_root(known: ProjectClass) -> bool:
    """Whether the project itself says that a class is the root of an aggregate."""
    is_marked = known.decorator_call("aggregate_root", "aggregate") is not None
    return is_marked or any(map(AGGREGATE_BASE.search, known.ancestor_names))


def is_added_to(part: ProjectClass, whole: ProjectClass, field: Field) -> bool:
    """Whether a whole puts entities into a collection of its own, and these carry its identity.

    A message that knows its chat, and that the chat adds, belongs to it, whoever keeps it.
    """
    name = "_".join(word.lower() for word in _stem(whole.name))
    wanted = {f"{name}_{key}" for key in _IDENTITIES}
    if not any(bare(known.name) in wanted for known in part.fields):
        return False
    adding = {f"self.{field.name}.{verb}" for verb in _ADDING}
    return any(call.callee.dotted in adding for m in whole.fact.methods for call in m.calls)


def _is_named_after(part: ProjectClass, whole: ProjectClass) -> bool:
    own, other = words_of(part.name), _stem(whole.name)
    return len(own) > len(other) and own[: len(other)] == other


def _stem(name: str) -> tuple[str, ...]:
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and name != suffix:
            return words_of(name.removesuffix(suffix))
    return words_of(name)
