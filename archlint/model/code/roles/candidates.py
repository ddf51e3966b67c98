"""A candidate: a class with what surrounds it, of which a role is to be decided."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer
from archlint.model.code.classes.fields import Field
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles import words
from archlint.model.code.roles.identity import Identity, IdentityKind
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class Candidate:
    """A class and what surrounds it.

    `folders` are the plain names of folders and file below the layer's own folder; `is_outer`
    says that its layer is known and no core; `kept_by` names the repository that keeps it;
    `is_carried` that a handler takes or gives it, and nobody keeps it;
    `is_table` that a mapper makes rows of it, `lies_by_tables` that its file has such classes.
    """

    owner: ProjectClass
    identity: Identity | None
    folders: tuple[str, ...]
    is_domain: bool
    is_outer: bool
    kept_by: str
    is_carried: bool
    is_table: bool
    lies_by_tables: bool
    is_only_inherited: bool

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.owner.name

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that instances have of their own."""
        return tuple(f for f in self.owner.fields if not f.is_class_variable)

    @property
    def has_own_identity(self) -> bool:
        """Whether a field of its own identifies it."""
        return self.identity is not None and self.identity.kind is IdentityKind.OWN

    @property
    def is_identified(self) -> bool:
        """Whether anything but links to others identifies it."""
        return self.identity is not None and self.identity.kind is not IdentityKind.LINK

    @property
    def is_plain_data(self) -> bool:
        """Whether it is a dataclass that only holds data."""
        holders = self.owner.lineage
        is_data = any(holder.decorator_call("dataclass") for holder in holders)
        return is_data and bool(self.fields) and not any(h.fact.methods for h in holders)

    @property
    def is_stored(self) -> bool:
        """Whether it is kept under an identity of its own, whatever it is called."""
        return self.has_own_identity and (self.is_table or bool(self.kept_by))

    def ancestor(self, matches: Callable[[str], object]) -> str:
        """Return the first ancestor's name, without its module, for which `matches` holds."""
        return next((name for name in self._ancestors() if matches(name)), "")

    def _ancestors(self) -> Iterator[str]:
        for ancestor in self.owner.ancestors:
            yield ancestor.dotted.rpartition(".")[2]

    def folder(self, known: Iterable[str]) -> str:
        """Return the innermost folder below the layer that is one of the known ones."""
        return next((folder for folder in reversed(self.folders) if folder in known), "")

    def around(self, known: Iterable[str]) -> str:
        """Return the innermost folder anywhere on its path that is one of the known ones."""
        segments = reversed(self.owner.module.path.split("/")[:-1])
        return next((segment for segment in segments if words.plain(segment) in known), "")


def folders_below(module: Module, layer: Layer | None) -> tuple[str, ...]:
    """Return the folders of a module and its own file name, from its layer's folder inwards."""
    segments = [words.plain(s) for s in module.path.removesuffix(".py").split("/")]
    segments = [segment for segment in segments if segment != "init"]
    own = {words.plain(layer.name), layer.role.value if layer.role else ""} if layer else set()
    layered = [i for i, s in enumerate(segments) if s in own | words.LAYER_FOLDERS]
    return tuple(segments[layered[-1] + 1 :] if layered else segments[-2:])
