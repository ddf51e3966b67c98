"""The clients of a port: who uses how much of what it promises."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.classes.callers import Callers
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.conformance.implementations import promises_of
from archlint.model.code.conformance.matters import matters
from archlint.model.facts.structure import Function


@dataclass(frozen=True)
class Clientele:
    """A port with the methods that each client uses; a client is a class, or a plain function.

    Only uses count whose receiver is known to be that port.
    """

    port: ProjectClass
    methods: tuple[str, ...]
    uses: Mapping[str, frozenset[str]]

    @cached_property
    def cohesion(self) -> float:
        """The share of the methods that a client uses, on average; 1.0 without clients.

        Interface usage cohesion: Romano & Pinzger, ICSM 2011.
        """
        if not self.uses or not self.methods:
            return 1.0
        shares = (len(used) / len(self.methods) for used in self.uses.values())
        return sum(shares) / len(self.uses)

    @cached_property
    def matters(self) -> Mapping[str, str]:
        """What each method is about; those of a collection are about one thing."""
        return matters(self.port.name, self.methods)

    @property
    def is_torn(self) -> bool:
        """Whether clients fall into groups that have nothing in common but the port.

        A group about one matter is none: of a collection each use case needs another operation.
        """
        wide = [methods for _, methods in self.groups if self._about(methods) > 1]
        return len(wide) > 1

    @cached_property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The methods of each matter that takes several, and then all others together."""
        found: dict[str, list[str]] = {}
        for method, matter in self.matters.items():
            found.setdefault(matter, []).append(method)
        wide = [tuple(methods) for methods in found.values() if len(methods) > 1]
        rest = tuple(name for methods in found.values() if len(methods) == 1 for name in methods)
        return (*wide, rest) if rest else tuple(wide)

    def _about(self, methods: Iterable[str]) -> int:
        return len({self.matters[name] for name in methods})

    @cached_property
    def groups(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """Clients that share matters, with their methods; two groups have nothing in common."""
        groups: list[tuple[set[str], set[str]]] = []
        for client, used in sorted(self.uses.items()):
            about = {self.matters[name] for name in used}
            near = [group for group in groups if about & {self.matters[name] for name in group[1]}]
            groups = [group for group in groups if group not in near]
            clients = {client}.union(*(group[0] for group in near))
            groups.append((clients, set(used).union(*(group[1] for group in near))))
        in_order = {name: place for place, name in enumerate(self.methods)}
        told = ((tuple(sorted(c)), tuple(sorted(m, key=in_order.__getitem__))) for c, m in groups)
        return tuple(sorted(told, key=lambda group: in_order[group[1][0]]))


def clientele(
    port: ProjectClass, callers: Callers, is_client: Callable[[ProjectFunction], bool]
) -> Clientele:
    """Return who uses which methods of a port."""
    promises = promises_of(port)
    uses: dict[str, set[str]] = {}
    for name, promise in promises.items():
        for client in _clients(promise, callers):
            is_own = client.owner is not None and port in client.owner.lineage
            if is_client(client) and not is_own:
                uses.setdefault(_name(client), set()).add(name)
    frozen = {client: frozenset(used) for client, used in uses.items()}
    return Clientele(port, tuple(promises), frozen)


def _clients(promise: tuple[ProjectClass, Function], callers: Callers) -> Iterable[ProjectFunction]:
    holder, method = promise
    return callers.of(f"{holder.dotted}.{method.name}")


def _name(client: ProjectFunction) -> str:
    return client.owner.name if client.owner else f"{client.fact.name}()"
