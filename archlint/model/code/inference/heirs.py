"""Heirs: which classes that inherit a method give it something else to work with."""

from collections.abc import Callable, Iterable, Iterator

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.annotations import Annotations
from archlint.model.code.inference.types import Type
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import expressions_of
from archlint.model.facts.structure import Function

_ATTRIBUTE = frozenset({ExpressionKind.ATTRIBUTE})
_ENTERED = frozenset({"__enter__", "__aenter__"})
_NO_NAMES = frozenset[str]()

_View = tuple[tuple[str, ...], tuple[tuple[str, Type], ...], frozenset[str], str]
"""The classes that answer a method, what type variables stand for, bases from outside, itself."""


class Heirs:
    """Tells apart what a method is to its heirs; a base class may have thousands of them.

    `is_special` holds for a class of which the very name matters.
    """

    def __init__(
        self, annotations: Annotations, is_special: Callable[[ProjectClass], bool]
    ) -> None:
        self._annotations = annotations
        self._is_special = is_special
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def apart(
        self, function: ProjectFunction, heirs: Iterable[ProjectClass]
    ) -> Iterator[ProjectClass]:
        """Yield the heirs in which a method may do something else than in its class.

        Of those in which it does the same, only the first is among them.
        """
        owner = function.owner
        if owner is None:
            return
        names = self._asked(function.fact, owner)
        seen = {self._view(owner, names)}
        for heir in heirs:
            view = self._view(heir, names)
            if view not in seen:
                seen.add(view)
                yield heir

    def _asked(self, function: Function, owner: ProjectClass) -> frozenset[str]:
        """Return the names that a method may ask of its object, by way of other methods too."""
        found: set[str] = set()
        waiting = {*_ENTERED, *_mentioned(function)}
        while waiting:
            name = waiting.pop()
            found.add(name)
            for holder in owner.lineage:
                waiting |= self._asked_behind(holder, name) - found
        return frozenset(found)

    def _asked_behind(self, holder: ProjectClass, name: str) -> frozenset[str]:
        if name not in holder.given_names:
            return _NO_NAMES
        key = (holder.dotted, name)
        if key not in self._known:
            methods = tuple(_behind(holder, name))
            mentioned = (each for method in methods for each in _mentioned(method))
            self._known[key] = frozenset([*(method.name for method in methods), *mentioned])
        return self._known[key]

    def _view(self, owner: ProjectClass, names: frozenset[str]) -> _View:
        answering = (each for each in owner.lineage if not names.isdisjoint(each.given_names))
        arguments = self._annotations.arguments_of(owner)
        is_special = owner.fact.classes or self._is_special(owner)
        return (
            tuple(each.dotted for each in answering),
            tuple(arguments.items()),
            owner.external_ancestors,
            owner.dotted if is_special else "",
        )


def _behind(holder: ProjectClass, name: str) -> Iterator[Function]:
    """Yield the methods of a class that are what a name says, or set it on the object."""
    if method := holder.own_methods.get(name):
        yield method
    for field in holder.own_fields:
        if field.name == name and field.setter:
            yield field.setter
    yield from holder.late_setters.get(name, ())


def _mentioned(function: Function) -> Iterator[str]:
    return (part.text for part in expressions_of(function.body, _ATTRIBUTE))
