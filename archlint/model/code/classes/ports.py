"""Ports: the interfaces of the core, and who implements their methods."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.deciding import Roles
from archlint.model.facts.structure import Function

LayerOf = Callable[[str], Layer | None]


@dataclass(frozen=True)
class Ports:
    """The ports that the core owns."""

    classes: Classes
    roles: Roles
    layer_of: LayerOf

    def __iter__(self) -> Iterator[ProjectClass]:
        return filter(self.is_port, self.classes)

    def is_port(self, known: ProjectClass) -> bool:
        """Whether a class is an interface that the core owns."""
        layer = self.layer_of(known.module.name)
        return layer is not None and layer.is_core and self.is_interface(known)

    def is_interface(self, known: ProjectClass) -> bool:
        """Whether a class is an interface, whoever owns it."""
        return self.roles.of(known).role is ClassRole.PORT

    def implemented_by(self, function: ProjectFunction) -> tuple[ProjectClass, Function] | None:
        """Return the port and its method that a method implements, None if there is none."""
        if function.owner is None:
            return None
        for ancestor in function.owner.lineage[1:]:
            method = ancestor.fact.method(function.fact.name)
            if method and self.is_port(ancestor):
                return ancestor, method
        return None
