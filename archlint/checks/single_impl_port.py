"""Judges interfaces that only repeat one class of their own side: most of a layer, never one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from archlint.model.code.ceremony.likenesses import Interface, Interfaces
from archlint.model.code.ceremony.stretches import Stretch, share
from archlint.model.code.classes.functions import methods
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.telling import listed
from archlint.model.code.effects.effects import Effects
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each layer most of whose inner interfaces nobody needs."""
    found = Interfaces(codebase.ports, codebase.functions, _Worldly(codebase).reaches_out)
    for every in _by_layer(codebase, found):
        if sum(each.is_spare for each in every) >= rule.number("min-ports"):
            idle = [*found.idle(every, codebase.doubles)]
            enough = len(idle) >= rule.number("min-ports")
            if enough and len(idle) >= rule.number("min-share") * len(every):
                yield _finding(codebase, rule, idle, len(every))


def _by_layer(codebase: Codebase, found: Iterable[Interface]) -> Iterator[list[Interface]]:
    def layer(each: Interface) -> str:
        return codebase.memberships[each.port.module.name].layer.name

    for _, every in groupby(sorted(found, key=layer), key=layer):
        yield sorted(every, key=lambda each: (each.port.module.path, each.port.fact.line))


class _Worldly:
    """Knows which classes have something of the outside behind them."""

    def __init__(self, codebase: Codebase) -> None:
        self._effects = Effects(codebase.inference)
        known = codebase.arrivals.acquaintances
        self._knowing = frozenset(acquaintance.module.name for acquaintance in known)

    def reaches_out(self, owner: ProjectClass) -> bool:
        """Whether a class works with a framework, or with the world by Python's own means."""
        if owner.module.name in self._knowing:
            return True
        return any(True for each in methods(owner) for _ in self._effects.of_function(each))


def _finding(codebase: Codebase, rule: Rule, idle: Sequence[Interface], every: int) -> Finding:
    ports = tuple(each.port for each in idle)
    stretch = Stretch(codebase.memberships[ports[0].module.name].layer, (), ports)
    names = listed(port.name for port in ports)
    makers = listed(each.makers[0].name for each in idle)
    return stretch.told(
        rule.name,
        f"{share(len(idle), every)} interfaces of {stretch.layer.name} that keep no infrastructure "
        "away have one implementation and no test double",
        f"let those who ask for {names} ask for {makers}, and write an interface when a second "
        "implementation or a test needs it",
        (_evidence(each) for each in idle),
    )


def _evidence(interface: Interface) -> Evidence:
    port, maker = interface.port, interface.makers[0]
    text = (
        f"{port.name} is implemented by {maker.name} alone ({maker.module.path}:{maker.fact.line})"
    )
    return Evidence(port.module.path, port.fact.line, text)
