"""Judges ports: an interface promises more than its clients use."""

from collections.abc import Iterator, Sequence

from archlint.model.architecture.layers import Role
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.conformance.clients import Clientele, clientele
from archlint.model.code.conformance.implementations import promises_of
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

    joined = {port for port in codebase.ports if _is_joined(codebase, port)}
    single = [p for p in codebase.ports if not joined & {*p.lineage} and not _is_value(p)]
    known = {port: clientele(port, codebase.callers, is_client) for port in single}
    wide = {port for port, clients in known.items() if _is_fat(rule, clients)}
    for port, clients in known.items():
        if port in wide and not wide & set(port.lineage[1:]):
            yield _finding(codebase, rule, clients)


def _is_fat(rule: Rule, clients: Clientele) -> bool:
    if len({*clients.matters.values()}) > rule.number("max-methods"):
        return bool(clients.uses) and clients.cohesion < _WHOLE
    enough = len(clients.methods) >= rule.number("min-methods")
    return enough and len(clients.uses) >= rule.number("min-clients") and clients.is_torn


def _is_joined(codebase: Codebase, port: ProjectClass) -> bool:
    """Whether an interface is put together from others, which are there for who needs less."""
    bases = [codebase.classes.get(base.dotted) for base in codebase.classes.bases(port.dotted)]
    return sum(bool(base and promises_of(base)) for base in bases) > 1


def _is_value(port: ProjectClass) -> bool:
    """Whether methods give the same kind again: `map` of a result, `where` of a query."""
    own = {port.name, "Self"}
    given = [method.returns for _, method in promises_of(port).values() if method.returns]
    return sum(any(part.text in own for part in each.walk()) for each in given) > 1


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
    one = len(clients.uses) == 1
    who = f"{next(iter(clients.uses))} uses" if one else f"its {len(clients.uses)} clients use"
    share = f"{clients.cohesion * 100:.0f} %" + ("" if one else " on average")
    return f"{clients.port.name} promises {len(clients.methods)} methods, of which {who} {share}"


def _help(clients: Clientele) -> str:
    name = clients.port.name
    if clients.is_torn:
        told = [f"{_calls(methods)} for {', '.join(who)}" for who, methods in clients.groups]
        return f"split {name} along its clients: {_shortened(told)}"
    told = [_calls(methods) for methods in clients.parts]
    return f"split {name} by what it is about: {_shortened(told)}"


def _calls(methods: Sequence[str]) -> str:
    return ", ".join(f"{name}()" for name in methods)


def _shortened(told: Sequence[str]) -> str:
    rest = len(told) - _MOST_GROUPS
    more = [f"and {rest} more"] if rest > 0 else []
    return "; ".join([*told[:_MOST_GROUPS], *more])
