"""Subjects: what a rule looks at, so that it can be told when there is none of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from archlint.model.codebase import Codebase
from archlint.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Subject:
    """What some rules look at; `lack` says in words that there is none of it."""

    lack: str
    exists: Callable[[Codebase], bool]


_INDEPENDENT = Subject(
    "no layer is independent", lambda base: any(x.independent for x in base.architecture.layers)
)
_CLOSED = Subject(
    "no layer is closed", lambda base: any(x.closed for x in base.architecture.layers)
)
_LISTS = Subject(
    "no layer lists its libraries",
    lambda base: any(x.allowed_libraries is not None for x in base.architecture.layers),
)
_FACES = Subject(
    "no layer says what is public", lambda base: any(x.face for x in base.architecture.layers)
)
_CONTEXTS = Subject(
    "no contexts are independent", lambda base: base.architecture.contexts.independent
)
_ALLOWANCES = Subject(
    "nothing is allowed", lambda base: bool(base.architecture.allowances or base.spoken)
)
_COMMENTS = Subject("no comment speaks to archlint", lambda base: bool(base.spoken))
_ENTITIES = Subject("no entity was found", lambda base: bool(base.entities))
_HANDLERS = Subject("no handler was found", lambda base: bool(base.handlers))
_PORTS = Subject("the core has no interface", lambda base: any(True for _ in base.ports))
_KEEPERS = Subject("no repository was found", lambda base: any(base.managing.repositories()))
_TESTS = Subject("the project has no tests", lambda base: bool(base.tests))
_USE_CASES = Subject("no use case was found", lambda base: any(True for _ in base.use_cases))
_OUTLETS = Subject("no repository was found", lambda base: bool(base.outlets))

SUBJECTS: Mapping[str, Subject] = MappingProxyType(
    {
        "anemic-entity": _ENTITIES,
        "context-intrusion": _CONTEXTS,
        "controller-persistence": _HANDLERS,
        "controller-skips-use-case": _HANDLERS,
        "controller-transaction": _HANDLERS,
        "crud-only-app": _USE_CASES,
        "data-only-entity": _ENTITIES,
        "denied-library": _LISTS,
        "entity-equality": _ENTITIES,
        "entity-in-response": _HANDLERS,
        "expired-allowance": _ALLOWANCES,
        "fat-controller": _HANDLERS,
        "fat-port": _PORTS,
        "invalid-allowance": _COMMENTS,
        "invalid-role": _COMMENTS,
        "layer-intrusion": _FACES,
        "layer-skip": _CLOSED,
        "lazy-query-leak": _OUTLETS,
        "orm-in-port": _PORTS,
        "orm-leak": _OUTLETS,
        "outside-mutation": _ENTITIES,
        "oversized-controller": _HANDLERS,
        "pass-through-use-case": _USE_CASES,
        "port-async-mismatch": _PORTS,
        "port-signature-mismatch": _PORTS,
        "promiscuous-controller": _HANDLERS,
        "refused-port": _PORTS,
        "repository-many-roots": _KEEPERS,
        "repository-non-root": _KEEPERS,
        "sideways-import": _INDEPENDENT,
        "test-coupling": _TESTS,
        "unfulfilled-port": _PORTS,
        "unused-allowance": _ALLOWANCES,
    }
)
"""Rules that look at something that a project need not have; all others look at its modules."""


def idleness(codebase: Codebase, rule: Rule) -> str:
    """Say why a rule had nothing to judge, "" when it had something."""
    if rule.layers and not any(_is_meant(codebase, layer, rule) for layer in _occupied(codebase)):
        *others, last = rule.layers
        names = f"{', '.join(others)} or {last}" if others else last
        return f"no module is in a layer of {names}"
    subject = SUBJECTS.get(rule.name)
    return subject.lack if subject and not subject.exists(codebase) else ""


def _occupied(codebase: Codebase) -> frozenset[str]:
    return frozenset(membership.layer.name for membership in codebase.memberships.values())


def _is_meant(codebase: Codebase, name: str, rule: Rule) -> bool:
    """Whether the rule looks at the layer of this name, by the name or by its role."""
    layers = (layer for layer in codebase.architecture.layers if layer.name == name)
    return any({layer.name, layer.role or ""} & set(rule.layers) for layer in layers)
