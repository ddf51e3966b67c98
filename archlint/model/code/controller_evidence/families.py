"""Families: the actions of one controller, grouped by the services they share.

After the rule of SonarSource, Controllers should not have mixed responsibilities (S6960), and the
smell Promiscuous Controller of Aniche et al. (Empirical Software Engineering, 2018).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.subjects import is_basic, near_name, subjects
from archlint.model.code.inference.engine import Inference
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.deciding import Verdict
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.modules import Module

Group = tuple[set[str], set[str], set[str]]
"""The actions that hang together, their services, and what these are about."""

WORKERS = frozenset({ClassRole.SERVICE, ClassRole.PORT})


@dataclass(frozen=True, slots=True)
class Family:
    """Actions that share services, or services that are about the same thing."""

    actions: tuple[str, ...]
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Controller:
    """The actions of a class, or of a module whose functions are routes; `owner` is None there."""

    module: Module
    owner: ProjectClass | None
    actions: int
    families: tuple[Family, ...]

    @property
    def services(self) -> int:
        """How many services its actions use."""
        return sum(len(family.services) for family in self.families)


class Controllers:
    """Gathers handlers into controllers."""

    def __init__(
        self,
        inference: Inference,
        role_of: Callable[[ProjectClass], Verdict],
        layer_of: Callable[[str], Layer | None],
    ) -> None:
        self._inference = inference
        self._classes = inference.classes
        self._role_of = role_of
        self._layer_of = layer_of

    def of(self, cases: Iterable[Case]) -> Iterator[Controller]:
        """Yield the controllers that these cases belong to."""
        gathered: dict[tuple[str, str], list[Case]] = defaultdict(list)
        for case in cases:
            function = case.handler.function
            owner = function.owner.dotted if function.owner else ""
            gathered[function.module.name, owner].append(case)
        for found in gathered.values():
            together = sorted(found, key=lambda case: case.handler.function.fact.line)
            function = together[0].handler.function
            families = tuple(self._families(together))
            yield Controller(function.module, function.owner, len(together), families)

    def _families(self, cases: list[Case]) -> Iterator[Family]:
        """Yield what hangs together, by a shared service or by what services are named after."""
        groups: list[Group] = []
        for case in cases:
            services = set(self._services(case))
            if services:
                about = set().union(*map(subjects, services))
                actions = {case.handler.function.fact.name}
                groups = [*_joined(groups, (actions, services, about))]
        written = [case.handler.function.fact.name for case in cases]
        groups.sort(key=lambda group: min(map(written.index, group[0])))
        for actions, services, _ in groups:
            names = tuple(sorted(map(near_name, services)))
            yield Family(tuple(sorted(actions, key=written.index)), names)

    def _services(self, case: Case) -> Iterator[str]:
        for piece in case.pieces:
            for call in piece.function.fact.calls:
                callee = call.callee
                if callee.kind is ExpressionKind.ATTRIBUTE:
                    found = self._inference.type_of(piece.environment, callee.parts[0])
                    known = (self._classes.get(member.name) for member in found.members())
                    yield from (x.dotted for x in known if x and self._is_service(x))
                yield from self._module(piece.function.module.name, callee)

    def _is_service(self, known: ProjectClass) -> bool:
        if is_basic(known.name):
            return False
        layer = self._layer_of(known.module.name)
        is_application = layer is not None and layer.role is Role.APPLICATION
        role = self._role_of(known).role
        return role in WORKERS or (is_application and role is ClassRole.OTHER)

    def _module(self, module: str, callee: Expression) -> Iterator[str]:
        """Yield the module of a function of the application layer that is called."""
        symbol = self._classes.names.resolve(module, callee.dotted or "?")
        layer = self._layer_of(symbol.module)
        is_called = symbol.kind is SymbolKind.FUNCTION and not is_basic(symbol.module)
        if is_called and layer is not None and layer.role is Role.APPLICATION:
            yield symbol.module


def _joined(groups: list[Group], added: Group) -> Iterator[Group]:
    """Yield the groups with one more, which may hold several together."""
    actions, services, about = added
    for group in groups:
        if group[1] & services or group[2] & about:
            actions, services, about = actions | group[0], services | group[1], about | group[2]
        else:
            yield group
    yield actions, services, about
