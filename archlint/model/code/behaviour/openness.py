"""Openness: whether what ought never to change can be changed all the same, and by what."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.state import is_no_state
from archlint.model.code.behaviour.writes import Write, writes
from archlint.model.code.classes.fields import CONSTRUCTORS, Field, self_attribute
from archlint.model.code.classes.freezing import frozen_by, may_be_frozen
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.identity import bare
from archlint.model.code.roles.words import SERVICE_WORDS
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import expressions_in
from archlint.model.facts.structure import Function

_REBUILDING = frozenset({"__setstate__", "__set_name__", "__init_subclass__", "__del__"})
_REMEMBERING = ("cache", "hash", "memo", "lazy")


@dataclass(frozen=True, slots=True)
class Change:
    """A method that assigns to a field of its own instance after it was built."""

    holder: ProjectClass
    method: Function
    write: Write


@dataclass(frozen=True)
class Openness:
    """What can still change in the instances of a class."""

    owner: ProjectClass

    @property
    def is_filled_later(self) -> bool:
        """Whether it is built from nothing: what collects its state afterwards is no value."""
        built = self.owner.find_method("__init__")
        return built is not None and built[0] is self.owner and not built[1].own_parameters

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The methods that change an instance, without those that only its constructor calls."""
        return tuple(
            change
            for holder in self.owner.lineage
            for method in holder.fact.methods
            if self.is_open(method)
            for change in _changes(self.owner, holder, method)
        )

    @cached_property
    def open_fields(self) -> tuple[Field, ...]:
        """The public fields that anybody may assign to; () where the class is or may be frozen."""
        if frozen_by(self.owner) or may_be_frozen(self.owner):
            return ()
        return tuple(
            field
            for field in self.owner.fields
            if not field.name.startswith("_") and _holds_value(field)
            if self.owner.find_method(field.name) is None
        )

    def is_open(self, method: Function) -> bool:
        """Whether a method runs on an instance that has been built."""
        if method.name in {*CONSTRUCTORS, *_REBUILDING} or method.name in self._building:
            return False
        return not any(d.dotted in {"classmethod", "staticmethod"} for d in method.decorators)

    @cached_property
    def _building(self) -> frozenset[str]:
        """The private methods that the constructor calls, by whatever way, and nobody else."""
        built = _reached(self.owner, CONSTRUCTORS)
        public = {
            method.name
            for holder in self.owner.lineage
            for method in holder.fact.methods
            if method.is_public and method.name not in CONSTRUCTORS
        }
        return built - _reached(self.owner, tuple(public)) - public


def _changes(owner: ProjectClass, holder: ProjectClass, method: Function) -> Iterator[Change]:
    names = {field.name for field in owner.fields}
    for write in writes(method):
        is_own = write.receiver.dotted == "self" and write.attribute in names
        if is_own and not any(word in write.attribute for word in _REMEMBERING):
            yield Change(holder, method, write)


def _holds_value(field: Field) -> bool:
    """Whether a field is neither shared by all instances nor somebody who does the work."""
    if field.is_class_variable or is_no_state(field):
        return False
    if field.annotation is not None and field.annotation.kind is ExpressionKind.NUMBER:
        return False  # the limits that a constrained type of pydantic writes so
    last = bare(field.name).rpartition("_")[2].capitalize()
    return last not in SERVICE_WORDS


def _reached(owner: ProjectClass, names: tuple[str, ...]) -> frozenset[str]:
    """Return the methods that some methods of a class call on their own instance."""
    found: set[str] = set()
    waiting = [*names]
    while waiting:
        method = owner.find_method(waiting.pop())
        for called in _own_calls(method[1]) if method else ():
            if called not in found:
                found.add(called)
                waiting.append(called)
    return frozenset(found)


def _own_calls(method: Function) -> Iterator[str]:
    for part in expressions_in(method.body):
        if part.kind is ExpressionKind.CALL and (name := self_attribute(part.callee)):
            yield name
