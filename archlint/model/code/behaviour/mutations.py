"""Code outside a class that changes its state or decides about it: the behaviour that it lacks."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.decisions import Decision, decisions
from archlint.model.code.behaviour.plainly import Plainly
from archlint.model.code.behaviour.rebuilding import rebuilt
from archlint.model.code.behaviour.writes import ANY, Write, writes
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.types import Type
from archlint.model.code.roles.identity import bare
from archlint.model.code.roles.words import ending, plain
from archlint.model.facts.expressions import Expression, ExpressionKind

EnvironmentOf = Callable[[ProjectFunction], Environment]

_MAPPING_FUNCTION = re.compile(
    r"_?((to|from|as|map|convert)_\w+|\w*(mapper|serializ|serialis|schema|hydrate|restore)\w*)"
    r"|__\w+__"
)
_MAPPING_CLASSES = (
    "Repository", "Repo", "Dao", "DAO", "Mapper", "Serializer", "Schema", "Builder", "Factory",
    "Converter", "Assembler", "Translator", "Specification", "Rule", "Policy", "Storage",
)  # fmt: skip
_MAPPING_FOLDERS = frozenset(
    {"mappers", "mapper", "mapping", "mappings", "repositories", "repository", "serializers",
     "migrations", "orm", "persistence", "seeds", "fixtures", "factories", "admin"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touch:
    """What one function does to the instances of one class."""

    function: ProjectFunction
    writes: tuple[Write, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Outside:
    """What the functions of a project do to instances of classes that are not their own.

    Only functions count that write or weigh one of the `attributes`, which are bare names: whoever
    does nothing to them need not be looked at any closer.
    """

    def __init__(
        self,
        inference: Inference,
        functions: Collection[ProjectFunction],
        environment_of: EnvironmentOf,
        attributes: Container[str],
    ) -> None:
        self._classes = inference.classes
        self._functions = functions
        self._environment_of = environment_of
        self._type_of = inference.type_of
        self._plainly = Plainly(inference, functions)
        self._attributes = attributes

    def touches(self, owner: ProjectClass) -> tuple[Touch, ...]:
        """Return what functions outside a class and its family do to its instances."""
        return self._touches.get(owner.dotted, ())

    @cached_property
    def _touches(self) -> Mapping[str, tuple[Touch, ...]]:
        found: dict[str, list[Touch]] = defaultdict(list)
        for function in self._functions:
            if not is_mapping(function):
                for name, touch in self._touched_by(function):
                    found[name].append(touch)
        return {name: tuple(touches) for name, touches in found.items()}

    def _touched_by(self, function: ProjectFunction) -> Iterator[tuple[str, Touch]]:
        written: dict[str, list[Write]] = defaultdict(list)
        decided: dict[str, list[Decision]] = defaultdict(list)
        plain = self._plainly.of(function, self._environment_of)
        changes = (*writes(plain), *rebuilt(plain, self._reader(function), self._concerns))
        tests = tuple(decisions(plain))
        named = {*(change.attribute for change in changes), *(test.attribute for test in tests)}
        if not any(map(self._concerns, named)):
            return
        for write in changes:
            for owner in self._others(function, write.receiver):
                if write.receiver.dotted not in self._built_in(function):
                    written[owner.dotted].append(write)
        for decision in tests:
            for owner in self._others(function, decision.receiver):
                decided[owner.dotted].append(decision)
        for name in sorted({*written, *decided}):
            yield name, Touch(function, tuple(written[name]), tuple(decided[name]))

    def _reader(self, function: ProjectFunction) -> Callable[[Expression], Type]:
        """Return what tells the types in a function, which is got ready once it is asked."""
        return lambda value: self._type_of(self._environment_of(function), value)

    def _concerns(self, attribute: str) -> bool:
        return attribute == ANY or bare(attribute) in self._attributes

    def _others(self, function: ProjectFunction, receiver: Expression) -> Iterator[ProjectClass]:
        """Yield the classes that a receiver is an instance of, the function's own left out."""
        own = {heir.dotted for heir in function.owner.lineage} if function.owner else set()
        for member in self._type_of(self._environment_of(function), receiver).members():
            known = None if member.is_class else self._classes.get(member.name)
            if known and known.dotted not in own and not _is_heir(known, function.owner):
                yield known

    def _built_in(self, function: ProjectFunction) -> frozenset[str]:
        """Return the local names that a function gives to instances it has just made."""
        environment = self._environment_of(function)
        return frozenset(
            binding.target.dotted
            for binding in environment.bindings
            if self._is_made(environment, binding.value.unwrapped())
        )

    def _is_made(self, environment: Environment, value: Expression) -> bool:
        if value.kind is not ExpressionKind.CALL:
            return False
        callee = value.callee
        made = self._type_of(environment, callee)
        if not made and callee.kind is ExpressionKind.ATTRIBUTE:
            made = self._type_of(environment, callee.parts[0])
        return made.is_class


def _is_heir(known: ProjectClass, owner: ProjectClass | None) -> bool:
    return owner is not None and owner in known.lineage


def is_mapping(function: ProjectFunction) -> bool:
    """Whether a function only carries state between an object and its stored or shown form."""
    if _MAPPING_FUNCTION.fullmatch(function.fact.name):
        return True
    owner = function.owner
    names = (owner.name, *owner.ancestor_names) if owner else ()
    if any(ending(name, _MAPPING_CLASSES) or name in _MAPPING_CLASSES for name in names):
        return True
    segments = function.module.path.removesuffix(".py").split("/")
    return any(plain(segment) in _MAPPING_FOLDERS for segment in segments)
