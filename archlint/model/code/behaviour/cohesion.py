"""Cohesion: who works for a use case, and which of its methods have nothing in common."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.generated import maker_of
from archlint.model.code.classes.fields import FieldOrigin, self_attribute
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.types import NOTHING, Type
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.deciding import Verdict
from archlint.model.code.roles.words import SERVICE_WORDS, ending, words_of
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import StatementKind, expressions_in, walk
from archlint.model.facts.structure import Function

_WORKING = frozenset({ClassRole.PORT, ClassRole.SERVICE})
_FEWEST_IN_GROUP = 2
_WITH_VALUE = 3

_EVERYWHERE = re.compile(
    r"clock|time_?(provider|service|source)|unit_?of_?work|^_*uow$|transaction_?manager|logg(er|ing)"
    r"|current_?user|id_?(generator|provider|factory)|uuid",
    re.IGNORECASE,
)
"""What any use case may be given, whatever its story: the time, a transaction, who asks."""

_STORING = re.compile(r"(^|_)(db|database|session|repos?|repository|repositories|uow|store)$")

ANYTHING = frozenset({"builtins.object", "typing.Any"})

RoleOf = Callable[[ProjectClass], Verdict]


@dataclass(frozen=True)
class Teams:
    """Knows who works for whom."""

    classes: Classes
    role_of: RoleOf
    inference: Inference

    def of(self, owner: ProjectClass) -> "Team":
        """Return the team of a class."""
        return Team(
            owner, tuple(name for name, held in self.given(owner) if self._works(name, held))
        )

    def given(self, owner: ProjectClass) -> Iterator[tuple[str, Type]]:
        """Yield the attributes that hold what the constructor is given, with their types."""
        if constructor := owner.find_method("__init__"):
            holder, method = constructor
            types = self.inference.environment(holder.module, method, owner).types
            stored = _stored(method)
            for parameter in method.own_parameters:
                if parameter.name in stored:
                    yield stored[parameter.name], types.get(parameter.name, NOTHING)
        elif maker_of(owner):
            for field in owner.fields:
                if field.origin is FieldOrigin.BODY and not field.is_class_variable:
                    yield field.name, self.inference.members.field_type(owner, field)

    def _works(self, name: str, held: Type) -> bool:
        """Whether an attribute holds somebody who does work: by its type, or else by its name."""
        if _EVERYWHERE.search(name) or any(_EVERYWHERE.search(m.last) for m in held.members()):
            return False
        if not held or held.name in ANYTHING:
            return _is_worker("".join(word.capitalize() for word in words_of(name)))
        return any(self._does_work(member) for member in held.members())

    def _does_work(self, held: Type) -> bool:
        known = self.classes.get(held.name)
        if known and self.role_of(known).role in _WORKING:
            return True
        return _is_worker(held.last)


def _stored(constructor: Function) -> dict[str, str]:
    """Return the attributes in which a constructor keeps its parameters."""
    return {
        statement.expressions[0].text: name
        for statement in walk(constructor.body)
        if statement.kind is StatementKind.ASSIGN
        for target in statement.expressions[1:]
        if (name := self_attribute(target))
    } | {
        statement.expressions[2].text: name
        for statement in walk(constructor.body)
        if statement.kind is StatementKind.ANNOTATE and len(statement.expressions) == _WITH_VALUE
        if (name := self_attribute(statement.expressions[0]))
    }


def tells_story(function: Function, collaborators: tuple[str, ...]) -> bool:
    """Whether a function works with collaborators or with what is stored.

    A parser, a formula or an adapter's technique may be long, but is no use case.
    """
    names = {parameter.name for parameter in function.own_parameters}
    names |= {self_attribute(part) for part in expressions_in(function.body)}
    return any(name in collaborators or _STORING.search(name) for name in names)


@dataclass(frozen=True)
class Team:
    """A class with the names of the fields in which it was given collaborators."""

    owner: ProjectClass
    collaborators: tuple[str, ...]

    @property
    def is_facade(self) -> bool:
        """Whether its public methods do nothing but hand on."""
        return all(_hands_on(method) for method in self._entries)

    @cached_property
    def groups(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The public methods with the collaborators they share, apart where they share nothing.

        Empty where the class is of one piece; methods without collaborators are left out.
        """
        found: list[tuple[list[str], set[str]]] = []
        for method in self._entries:
            used = self._used(method)
            if not used & set(self.collaborators):
                continue
            joined = [group for group in found if group[1] & used]
            found = [group for group in found if group not in joined]
            methods = [name for group in joined for name in group[0]]
            found.append(([*methods, method.name], used.union(*(g[1] for g in joined))))
        wide = [(tuple(m), self._own(used)) for m, used in found]
        return tuple(wide) if _are_apart(wide) else ()

    @cached_property
    def _entries(self) -> tuple[Function, ...]:
        return tuple(m for m in self.owner.fact.methods if m.is_public)

    def _own(self, used: set[str]) -> tuple[str, ...]:
        return tuple(name for name in self.collaborators if name in used)

    def _used(self, method: Function) -> set[str]:
        """Return the attributes that a method reads, by whatever method of its own class."""
        used: set[str] = set()
        waiting = [method]
        while waiting:
            for part in expressions_in(waiting.pop().body):
                name = self_attribute(part)
                if name and name not in used:
                    used.add(name)
                    found = self.owner.find_method(name)
                    waiting.extend([found[1]] if found else [])
        return used


def _are_apart(groups: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> bool:
    return sum(len(used) >= _FEWEST_IN_GROUP for _, used in groups) > 1


def _is_worker(name: str) -> bool:
    return name in SERVICE_WORDS or bool(ending(name, SERVICE_WORDS))


def _hands_on(method: Function) -> bool:
    body = [s for s in method.body if s.kind is not StatementKind.OTHER]
    if len(body) != 1 or body[0].kind not in {StatementKind.RETURN, StatementKind.DO}:
        return False
    called = (e.unwrapped() for e in body[0].expressions)
    return all(
        c.kind is ExpressionKind.CALL and c.callee.dotted.startswith("self.") for c in called
    )
