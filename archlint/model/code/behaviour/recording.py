"""Recording: the events that entities keep for others to publish, and what becomes of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.classes.fields import CONSTRUCTORS, self_attribute
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.shapes import records_event
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import Statement, expressions_in
from archlint.model.facts.structure import Function, Structure

_EVENTS = re.compile(r"(^|_)events?(_|$)|uncommitted|pending_changes", re.IGNORECASE)
_ADDING = frozenset({"append", "add", "extend", "insert", "appendleft"})


@dataclass(frozen=True, slots=True)
class EventList:
    """A field in which a class and its heirs collect events; `recorders` are methods that do."""

    holder: ProjectClass
    field: str
    recorders: tuple[tuple[ProjectClass, Function], ...]


def event_lists(owners: Iterable[ProjectClass]) -> Iterator[EventList]:
    """Yield the lists in which some of these classes record events of their own making."""
    found: dict[tuple[ProjectClass, str], list[tuple[ProjectClass, Function]]] = defaultdict(list)
    for owner in owners:
        for method in owner.fact.methods:
            if records_event(method):
                for holder, field in _lists_of(owner, method):
                    found[holder, field].append((owner, method))
    for (holder, field), recorders in found.items():
        yield EventList(holder, field, tuple(recorders))


def _lists_of(owner: ProjectClass, method: Function) -> Iterator[tuple[ProjectClass, str]]:
    """Yield where a method records: in a field, by itself or by a tool of its class."""
    tools = (owner.find_method(name) for name in _own_calls(method))
    fields = {f for m in (method, *(t[1] for t in tools if t)) for f in _appended(m)}
    for field in sorted(fields):
        declared = [h for h in owner.lineage if any(f.name == field for f in h.own_fields)]
        if declared:
            yield declared[-1], field


def _own_calls(method: Function) -> Iterator[str]:
    for part in expressions_in(method.body):
        if part.kind is ExpressionKind.CALL and (name := self_attribute(part.callee)):
            yield name


def _appended(method: Function) -> Iterator[str]:
    for part in expressions_in(method.body):
        if part.kind is ExpressionKind.CALL and part.callee.kind is ExpressionKind.ATTRIBUTE:
            field = self_attribute(part.callee.parts[0])
            if part.callee.text in _ADDING and _EVENTS.search(field):
                yield field


class Readers:
    """Knows which names the code of a project reads, and who reads them.

    Names alone are compared, since the type of what a unit of work has seen is seldom known.
    """

    def __init__(
        self, functions: Iterable[ProjectFunction], structures: Iterable[Structure]
    ) -> None:
        self._functions = tuple(functions)
        self._structures = tuple(structures)

    def is_read(self, events: EventList) -> bool:
        """Whether anything outside the family looks at a list, by whatever way its class offers."""
        return any(
            reader is None or events.holder not in reader.lineage
            for name in self._ways_to(events)
            for reader in self._readers.get(name, ())
        )

    def _ways_to(self, events: EventList) -> frozenset[str]:
        """Return the field, and the methods of the family that lead to what it holds."""
        family = [f.fact for f in self._functions if f.owner and events.holder in f.owner.lineage]
        ways: frozenset[str] = frozenset()
        more = frozenset({events.field})
        while more - ways:
            ways |= more
            more = frozenset(method.name for method in family if _leads(method, ways))
        return ways

    @cached_property
    def _readers(self) -> Mapping[str, list[ProjectClass | None]]:
        found: dict[str, list[ProjectClass | None]] = defaultdict(list)
        for function in self._functions:
            for name in _names_in(function.fact.body):
                found[name].append(function.owner)
        for structure in self._structures:
            for name in _names_in(structure.body):
                found[name].append(None)
        return found


def _leads(method: Function, ways: frozenset[str]) -> bool:
    """Whether a method does more with what it is led to than to put something into it."""
    if method.name in CONSTRUCTORS:
        return False
    parts = tuple(expressions_in(method.body))
    filled = {
        id(part.callee.parts[0])
        for part in parts
        if part.kind is ExpressionKind.CALL
        and part.callee.kind is ExpressionKind.ATTRIBUTE
        and part.callee.text in _ADDING
    }
    return any(self_attribute(part) in ways and id(part) not in filled for part in parts)


def _names_in(body: tuple[Statement, ...]) -> frozenset[str]:
    """Return the attributes that a body mentions, and the strings that may name one."""
    kinds = {ExpressionKind.ATTRIBUTE, ExpressionKind.STRING}
    return frozenset(part.text for part in expressions_in(body) if part.kind in kinds)
