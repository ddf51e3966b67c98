"""Copies: one thing of the business written as a class in several layers, field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.state import kept_names
from archlint.model.code.ceremony.substance import has_rules, holds_rules
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.ports import LayerOf
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.roles.identity import bare
from archlint.model.code.roles.words import words_of
from archlint.model.facts.expressions import Expression, ExpressionKind

_KINDS = frozenset(
    {"model", "entity", "dto", "schema", "response", "request", "out", "in", "read", "orm",
     "table", "row", "record", "domain", "db", "data", "base", "public", "view", "output", "input",
     "resource", "representation", "document", "sql", "sqlalchemy", "pydantic",
     "django", "detail", "details", "web", "api", "vm", "object", "do", "po", "vo"}
)  # fmt: skip
ALIKE = 0.8
FEWEST_FIELDS = 4


FEWEST_COPIES = 3


@dataclass(frozen=True, slots=True)
class Copies:
    """Classes of one concept with nearly the same fields, and the functions that copy them."""

    concept: str
    owners: tuple[ProjectClass, ...]
    fields: frozenset[str]
    mappers: tuple[ProjectFunction, ...]


@dataclass(frozen=True)
class Copying:
    """Finds what a program writes several times, one layer from another."""

    owners: Iterable[ProjectClass]
    functions: Sequence[ProjectFunction]
    inference: Inference
    layer_of: LayerOf

    def found(self) -> Iterator[Copies]:
        """Yield what three layers or more write alike, and none of them has rules for."""
        for concept, owners in self._by_concept.items():
            alike = max((self._twins(owner, owners) for owner in owners), key=len)
            if len(alike) >= FEWEST_COPIES and not any(map(self._has_substance, alike)):
                fields = frozenset.intersection(*(self._fields[owner] for owner in alike))
                mappers = tuple(f for f in self._making(alike) if _maps(f, alike, fields))
                if mappers:
                    yield Copies(concept, alike, fields, mappers)

    def _has_substance(self, owner: ProjectClass) -> bool:
        return has_rules(owner) or holds_rules(owner, self.inference)

    def _twins(self, owner: ProjectClass, others: list[ProjectClass]) -> tuple[ProjectClass, ...]:
        """Return a class with the first one like it of each other layer, the innermost first."""
        found = {self._layer(owner): owner}
        for other in others:
            if are_alike(self._fields[owner], self._fields[other]):
                found.setdefault(self._layer(other), other)
        return tuple(sorted(found.values(), key=self._ring))

    def _ring(self, owner: ProjectClass) -> tuple[int, str]:
        layer = self.layer_of(owner.module.name)
        return (layer.ring if layer else 0, owner.module.path)

    @cached_property
    def _by_concept(self) -> dict[str, list[ProjectClass]]:
        found: dict[str, list[ProjectClass]] = {}
        for owner, fields in self._fields.items():
            if len(fields) >= FEWEST_FIELDS:
                found.setdefault(concept_of(owner.name), []).append(owner)
        return found

    @cached_property
    def _fields(self) -> Mapping[ProjectClass, frozenset[str]]:
        """What the classes of layers keep."""
        return {owner: fields_of(owner) for owner in self.owners if self._layer(owner)}

    def _making(self, owners: Iterable[ProjectClass]) -> Iterator[ProjectFunction]:
        """Yield the functions that call something by the name of one of the classes, or `cls`."""
        names = {"cls", *(owner.name for owner in owners)}
        numbers = {number for name in names for number in self._by_callee.get(name, ())}
        return (self.functions[number] for number in sorted(numbers))

    @cached_property
    def _by_callee(self) -> Mapping[str, list[int]]:
        """The numbers of the functions that call what may be a class, by its last name."""
        asked = frozenset(["cls", *(owner.name for owner in self._fields)])
        found: dict[str, list[int]] = defaultdict(list)
        for number, function in enumerate(self.functions):
            for name in asked & function.fact.called:
                found[name].append(number)
        return found

    def _layer(self, owner: ProjectClass) -> str:
        layer = self.layer_of(owner.module.name)
        return layer.name if layer else ""


def concept_of(name: str) -> str:
    """Return what a class is about: `UserEntity` and `UserResponseSchema` are both `user`."""
    words = [word.lower() for word in words_of(name)]
    kept = [word for word in words if word not in _KINDS]
    return " ".join(kept or words).removesuffix("s")


def fields_of(owner: ProjectClass) -> frozenset[str]:
    """Return the names of what a class keeps, without what says when or how it is stored."""
    return frozenset(map(bare, kept_names(owner)))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether at least four of five names are the same."""
    return len(one & other) >= ALIKE * len(one | other)


def _maps(
    function: ProjectFunction, owners: tuple[ProjectClass, ...], fields: frozenset[str]
) -> bool:
    """Whether a function makes one of the classes from the fields of another."""
    names = {owner.name for owner in owners}
    made = {"cls"} if function.owner in owners else set()
    for call in function.fact.calls:
        if call.callee.text in names | made:
            copied = {bare(name) for argument in call.arguments for name in _taken(argument)}
            if len(copied & fields) >= ALIKE * len(fields):
                return True
    return False


def _taken(argument: Expression) -> Iterator[str]:
    """Yield the attribute that an argument takes from something else, whatever is made of it."""
    for part in argument.walk():
        if part.kind is ExpressionKind.ATTRIBUTE:
            yield part.text
