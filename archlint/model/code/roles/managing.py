"""Managing: which classes a repository puts in and gives out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.annotations import Annotations, type_parameters
from archlint.model.code.roles.words import words_of
from archlint.model.facts.structure import Function

_KEEPERS = frozenset({"Repository", "Repo", "Repositories", "Repos"})
_READERS = frozenset(
    {"Query", "Queries", "Reader", "Read", "Finder", "View", "Views", "Search", "Report",
     "Factory", "Provider", "Manager", "Generic", "Base", "Abstract", "Mixin", "Cache", "Cached"}
)  # fmt: skip
_PUTTING = frozenset(
    {"add", "save", "create", "insert", "store", "persist", "update", "put", "upsert", "delete",
     "remove"}
)  # fmt: skip
_GIVING = frozenset({"get", "find", "fetch", "load", "list", "all", "by", "of"})


@dataclass(frozen=True, slots=True)
class Managed:
    """A class that a repository is for; `line` is where that shows."""

    known: ProjectClass
    line: int
    is_put: bool


def sole(managed: Iterable[Managed]) -> Managed | None:
    """Return the one class that a repository puts in, None where there are none or more."""
    put = [each for each in managed if each.is_put]
    return put[0] if len(put) == 1 else None


@dataclass(frozen=True)
class Managing:
    """The repositories of a project and what they manage."""

    classes: Classes
    annotations: Annotations
    is_entity: Callable[[ProjectClass], bool]

    def repositories(self) -> Iterator[tuple[ProjectClass, tuple[Managed, ...]]]:
        """Yield repositories with the classes that they manage, each once; no readers or bases.

        What implements or extends another repository is left to that one.
        """
        named = [known for known in self.classes if _is_repository(known)]
        for keeper in named:
            above = any(_is_repository(a) and self._managed(a) for a in keeper.lineage[1:])
            if not above and (managed := self._managed(keeper)):
                yield keeper, managed

    def _managed(self, keeper: ProjectClass) -> tuple[Managed, ...]:
        if type_parameters(keeper) and not self.annotations.arguments_of(keeper):
            return ()
        found: dict[str, Managed] = {}
        for managed in (*self._declared(keeper), *self._put(keeper), *self._given(keeper)):
            found.setdefault(managed.known.dotted, managed)
        return tuple(found.values())

    def _declared(self, keeper: ProjectClass) -> Iterator[Managed]:
        """Yield the entity of `Repository[Order, OrderId]`."""
        for given in self.annotations.arguments_of(keeper).values():
            known = self.classes.get(given.name)
            if known and (self.is_entity(known) or known.name in keeper.name):
                yield Managed(known, keeper.fact.line, is_put=True)

    def _put(self, keeper: ProjectClass) -> Iterator[Managed]:
        for method in _methods(keeper, _PUTTING):
            first = method.own_parameters[:1]
            if len(method.own_parameters) == 1 or (first and first[0].annotation):
                read = self.annotations.read(keeper.module.name, first[0].annotation, keeper)
                for known in self._known([read.name, read.element.name]):
                    yield Managed(known, method.line, is_put=True)

    def _given(self, keeper: ProjectClass) -> Iterator[Managed]:
        for method in _methods(keeper, _GIVING):
            read = self.annotations.read(keeper.module.name, method.returns, keeper)
            for member in read.members():
                for known in self._known([member.name, member.element.name]):
                    yield Managed(known, method.line, is_put=False)

    def _known(self, names: Iterable[str]) -> Iterator[ProjectClass]:
        return (known for name in names if (known := self.classes.get(name)))


def _methods(keeper: ProjectClass, verbs: frozenset[str]) -> Iterator[Function]:
    for method in keeper.fact.methods:
        if method.is_public and method.name.split("_")[0] in verbs:
            yield method


def _is_repository(known: ProjectClass) -> bool:
    words = words_of(known.name)
    is_named = words[-1:] in {(keeper,) for keeper in _KEEPERS} or "Repository" in words
    return is_named and not _READERS.intersection(words)
