"""Use cases: the classes of the application layer that do its work."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Role
from archlint.model.code.classes.ports import LayerOf
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.deciding import Roles
from archlint.model.code.roles.words import PERSISTENCE_FOLDERS, ending, plain
from archlint.model.modules import Module

CALLED = "__call__"
_WORKING = frozenset({ClassRole.SERVICE, ClassRole.OTHER})
_JOINING = ("UnitOfWork", "Uow", "UOW", "Container", "Bus", "Mediator", "Facade", "Dispatcher",
            "Registry", "Factory", "Provider", "Resolver")  # fmt: skip


@dataclass(frozen=True)
class UseCases:
    """The use cases of a project."""

    classes: Classes
    roles: Roles
    layer_of: LayerOf

    def __iter__(self) -> Iterator[ProjectClass]:
        return filter(self._is_use_case, self.classes)

    def lie_in(self, module: Module) -> bool:
        """Whether a module holds use cases, and lies in no folder about databases."""
        layer = self.layer_of(module.name)
        if layer is None or layer.role is not Role.APPLICATION:
            return False
        return not any(
            plain(folder) in PERSISTENCE_FOLDERS for folder in module.path.split("/")[:-1]
        )

    def _is_use_case(self, owner: ProjectClass) -> bool:
        """Whether a class does work of its own accord, and does not join others to one."""
        if not self.lie_in(owner.module):
            return False
        names = (owner.name, *owner.ancestor_names)
        if any(name in _JOINING or ending(name, _JOINING) for name in names):
            return False
        has_entry = any(method.is_public or method.name == CALLED for method in owner.fact.methods)
        return has_entry and self.roles.of(owner).role in _WORKING
