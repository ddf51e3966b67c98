"""What repositories keep: the classes that they take and give, and the keys they are found by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.annotations import Annotations
from archlint.model.code.inference.types import Type
from archlint.model.code.roles.identity import bare
from archlint.model.code.roles.words import words_of
from archlint.model.facts.expressions import Expression
from archlint.model.facts.structure import Function

_KEEPERS = frozenset({"Repository", "Repo", "Repositories", "Dao", "DAO", "Repositorio"})
_ADDING = ("add", "save", "create", "insert", "store", "persist", "update", "put", "upsert")


@dataclass(frozen=True, slots=True)
class Keeping:
    """Dotted class names: `roots` with the repository that keeps each, `keys` with its key."""

    roots: Mapping[str, str]
    keys: Mapping[str, str]


def keeping(classes: Classes, annotations: Annotations) -> Keeping:
    """Return what the repositories of the project keep, by their signatures."""
    roots: dict[str, str] = {}
    keys: dict[str, str] = {}
    for keeper in sorted(filter(_is_keeper, classes), key=lambda found: found.dotted):
        reader = _Signatures(keeper, annotations, classes)
        for kept in tuple(reader.kept()) or tuple(reader.named()):
            roots.setdefault(kept.dotted, keeper.name)
        for kept, key in reader.sought():
            keys.setdefault(kept.dotted, key)
    return Keeping(roots, keys)


def _is_keeper(owner: ProjectClass) -> bool:
    names = (owner.name, *owner.ancestor_names)
    return any(word in _KEEPERS for name in names for word in words_of(name)[-1:])


class _Signatures:
    """The signatures of one repository, read as types."""

    def __init__(self, keeper: ProjectClass, annotations: Annotations, classes: Classes) -> None:
        self._keeper = keeper
        self._annotations = annotations
        self._given = annotations.arguments_of(keeper)
        self._classes = classes

    def kept(self) -> Iterator[ProjectClass]:
        yield from self._projects(self._given.values())
        for method in self._methods():
            if method.name.lstrip("_").startswith(_ADDING):
                yield from self._projects(self._read(p.annotation) for p in method.own_parameters)

    def named(self) -> Iterator[ProjectClass]:
        """Yield what methods give, one or several of it, where the repository bears its name."""
        for method in self._methods():
            for found in self._projects(self._read(method.returns).mentioned()):
                if self._keeper.name.startswith(found.name):
                    yield found

    def sought(self) -> Iterator[tuple[ProjectClass, str]]:
        """Yield what a method finds one of, and the parameter that says which one."""
        for method in self._methods():
            parameters = method.own_parameters
            if len(parameters) == 1:
                for found in self._projects([self._read(method.returns)]):
                    yield found, bare(parameters[0].name)

    def _methods(self) -> Iterable[Function]:
        return (method for method in self._keeper.fact.methods if method.is_public)

    def _read(self, annotation: Expression | None) -> Type:
        module = self._keeper.module.name
        return self._annotations.read(module, annotation, self._keeper, self._given)

    def _projects(self, types: Iterable[Type]) -> Iterator[ProjectClass]:
        for found in types:
            for member in found.members():
                if known := self._classes.get(member.name):
                    yield known
