"""Misplaced ports: interfaces that an outer layer owns although they are not its own concern."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.layers import OUTSIDE, Layer, Role
from archlint.model.code.classes.callers import Callers
from archlint.model.code.classes.ports import Ports
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.conformance.implementations import promises_of
from archlint.model.code.names.dependencies import Dependency

_DRIVEN = frozenset({Role.ADAPTERS, Role.PERSISTENCE, Role.INFRASTRUCTURE})


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An interface of an outer layer, with who asks for it and who implements it.

    `asking` are the importing dependencies of the core, () for a port that handlers drive others
    by; `implementing` are classes of other layers of the outside.
    """

    port: ProjectClass
    layer: Layer
    asking: tuple[Dependency, ...] = ()
    implementing: tuple[ProjectClass, ...] = ()


@dataclass(frozen=True)
class MisplacedPorts:
    """The misplaced ports of a project."""

    ports: Ports
    layer_of: Callable[[str], Layer | None]
    dependencies: Iterable[Dependency]
    callers: Callers

    def __iter__(self) -> Iterator[Misplaced]:
        for port in self.ports.classes:
            layer = self.layer_of(port.module.name)
            if layer is None or layer.role not in OUTSIDE or not self.ports.is_interface(port):
                continue
            if not promises_of(port):
                continue
            if asking := tuple(self._asked.get(port.dotted, ())):
                yield Misplaced(port, layer, asking)
            elif layer.role is Role.CONTROLLERS and (given := tuple(self._given(port))):
                yield Misplaced(port, layer, implementing=given)

    @cached_property
    def _asked(self) -> Mapping[str, list[Dependency]]:
        """What the core knows of each name that it may not know."""
        found: dict[str, list[Dependency]] = defaultdict(list)
        for dependency in self.dependencies:
            inner = self.layer_of(dependency.importer.name)
            outer = self.layer_of(dependency.symbol.module) if dependency.symbol.module else None
            if inner and inner.is_core and outer and not inner.may_import(outer):
                found[dependency.symbol.dotted].append(dependency)
        return found

    def _given(self, port: ProjectClass) -> Iterator[ProjectClass]:
        """Yield who implements, for handlers that call it, what other parts of the outside do."""
        heirs = [
            known
            for known in self.ports.classes
            if port in known.lineage[1:] and not self.ports.is_interface(known)
        ]
        roles = {self._role(heir) for heir in heirs}
        if roles and roles <= _DRIVEN and self._is_called(port):
            yield from heirs

    def _is_called(self, port: ProjectClass) -> bool:
        """Whether a function of the controllers calls it, that is none of its own kind."""
        return any(
            caller.owner is None or port not in caller.owner.lineage
            for name, (holder, _) in promises_of(port).items()
            for caller in self.callers.of(f"{holder.dotted}.{name}")
            if (layer := self.layer_of(caller.module.name)) and layer.role is Role.CONTROLLERS
        )

    def _role(self, known: ProjectClass) -> Role | None:
        layer = self.layer_of(known.module.name)
        return layer.role if layer else None
