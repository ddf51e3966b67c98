"""Judges ports: an interface promises more than its clients use."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Role
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.repositories import is_named_repository
from archlint.model.code.conformance.clients import Clientele, clientele
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_MOST_GROUPS = 3
_WHOLE = 0.67
"""Whoever uses as much of a port as that has little that it does not need."""


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each port that is too wide, but not for those that extend it."""

    def is_client(function: ProjectFunction) -> bool:
        layer = codebase.layer(function.module.name)
        return layer is not None and (layer.is_core or layer.role is Role.CONTROLLERS)

    known = {port: clientele(port, codebase.callers, is_client) for port in codebase.ports}
    wide = {port for port, clients in known.items() if _is_fat(rule, clients)}
    for port, clients in known.items():
        if port in wide and not wide & set(port.lineage[1:]):
            yield _finding(codebase, rule, clients)


def _is_fat(rule: Rule, clients: Clientele) -> bool:
    methods = len(clients.methods)
    if methods > rule.number("max-methods"):
        return not clients.uses or clients.cohesion < _WHOLE
    if methods < rule.number("min-methods") or is_named_repository(clients.port):
        return False
    return len(clients.uses) >= rule.number("min-clients") and clients.is_torn


def _finding(codebase: Codebase, rule: Rule, clients: Clientele) -> Finding:
    port = clients.port
    layer = codebase.memberships[port.module.name].layer
    return Finding(
        rule=rule.name,
        place=Place(port.module.path, port.fact.line, port.fact.column + 1),
        module=port.module.name,
        symbol=port.fact.qualname,
        layer=layer.name,
        message=_message(clients),
        help=_help(clients),
        because=layer.because,
    )


def _message(clients: Clientele) -> str:
    promised = f"{clients.port.name} promises {len(clients.methods)} methods"
    if not clients.uses:
        return promised
    one = len(clients.uses) == 1
    who = f"{next(iter(clients.uses))} uses" if one else f"its {len(clients.uses)} clients use"
    share = f"{clients.cohesion * 100:.0f} %" + ("" if one else " on average")
    return f"{promised}, of which {who} {share}"


def _help(clients: Clientele) -> str:
    if len(clients.groups) <= 1:
        return f"split {clients.port.name} into interfaces that each of its clients needs whole"
    told = "; ".join(
        f"{', '.join(f'{name}()' for name in methods)} for {', '.join(who)}"
        for who, methods in clients.groups[:_MOST_GROUPS]
    )
    rest = len(clients.groups) - _MOST_GROUPS
    more = f"; and {rest} more" if rest > 0 else ""
    return f"split {clients.port.name} along its clients: {told}{more}"
