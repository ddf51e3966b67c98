"""Candidates: what a rule looks at in a program, told or not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from archlint.model.code.behaviour.recording import event_lists
from archlint.model.code.classes.fields import self_attribute
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.classes.repositories import OUTER, is_named_repository
from archlint.model.code.frameworks.signatures import Signatures
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_of, walk
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a rule may speak of; `line` is that of the definition where there is one."""

    path: str
    line: int
    symbol: str


Finder = Callable[[Codebase], Iterator[Candidate]]


def _of_class(owner: ProjectClass) -> Candidate:
    return Candidate(owner.module.path, owner.fact.line, owner.fact.qualname)


def _of_function(function: ProjectFunction) -> Candidate:
    return Candidate(function.module.path, function.fact.line, function.fact.qualname)


def _in_core(codebase: Codebase, module: Module) -> bool:
    layer = codebase.layer(module.name)
    return layer is not None and layer.is_core


def _kept_promises(codebase: Codebase) -> Iterator[Candidate]:
    for pair in codebase.kept_promises:
        yield Candidate(pair.holder.module.path, pair.kept.line, pair.kept.qualname)


def _implementations(codebase: Codebase) -> Iterator[Candidate]:
    return (_of_class(each.adapter) for each in codebase.implementations)


def _ports(codebase: Codebase) -> Iterator[Candidate]:
    return (_of_class(port) for port in codebase.ports)


def _promises(codebase: Codebase) -> Iterator[Candidate]:
    for port in codebase.ports:
        for method in port.fact.methods:
            yield Candidate(port.module.path, method.line, method.qualname)


def _value_objects(codebase: Codebase) -> Iterator[Candidate]:
    for owner in codebase.classes:
        is_value = codebase.role_of(owner).role is ClassRole.VALUE_OBJECT
        if is_value and _in_core(codebase, owner.module):
            yield _of_class(owner)


def _entities(codebase: Codebase) -> Iterator[Candidate]:
    return (_of_class(entity.owner) for entity in codebase.entities)


def _fields_of_entities(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the fields of entities that hold something of the project."""
    for entity in codebase.entities:
        owner = entity.owner
        for field in owner.own_fields:
            held = codebase.inference.members.field_type(owner, field).mentioned()
            if any(codebase.classes.get(each.name) for each in held):
                symbol = f"{owner.fact.qualname}.{field.name}"
                yield Candidate(owner.module.path, field.line, symbol)


def _event_lists(codebase: Codebase) -> Iterator[Candidate]:
    for events in event_lists(entity.owner for entity in codebase.entities):
        holder, name = events.holder, events.field
        lines = [field.line for field in holder.own_fields if field.name == name]
        line = next(iter(lines), holder.fact.line)
        yield Candidate(holder.module.path, line, f"{holder.fact.qualname}.{name}")


def _catching(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the functions of the core and the handlers that catch anything."""
    answering = {handler.function.dotted for handler in codebase.handlers}
    for function in codebase.functions:
        is_meant = function.dotted in answering or _in_core(codebase, function.module)
        if is_meant and _has(function, StatementKind.HANDLER):
            yield _of_function(function)


def _throwing(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the exceptions of the core, and its functions that raise or catch any."""
    for owner in codebase.classes:
        is_error = codebase.role_of(owner).role is ClassRole.EXCEPTION
        if is_error and _in_core(codebase, owner.module):
            yield _of_class(owner)
    for function in codebase.functions:
        if _in_core(codebase, function.module) and _has(
            function, StatementKind.RAISE, StatementKind.HANDLER
        ):
            yield _of_function(function)


def _has(function: ProjectFunction, *kinds: StatementKind) -> bool:
    inside = [inner for each in walk(function.fact.body) for inner in (each, *each.orelse)]
    return any(each.kind in kinds for each in inside)


def _outlets(codebase: Codebase) -> Iterator[Candidate]:
    return (_of_function(outlet.function) for outlet in codebase.outlets)


def _repositories(codebase: Codebase) -> Iterator[Candidate]:
    for owner in codebase.classes:
        layer = codebase.layer(owner.module.name)
        if layer and layer.role in OUTER and is_named_repository(owner):
            yield _of_class(owner)


def _handlers(codebase: Codebase) -> Iterator[Candidate]:
    return (_of_function(handler.function) for handler in codebase.handlers)


def _use_cases(codebase: Codebase) -> Iterator[Candidate]:
    return (_of_class(owner) for owner in codebase.use_cases)


def _tables(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the classes of the core that could be tables."""
    roles = (ClassRole.ENTITY, ClassRole.AGGREGATE_ROOT, ClassRole.TABLE, ClassRole.SNAPSHOT)
    for owner in codebase.classes:
        if _in_core(codebase, owner.module) and codebase.role_of(owner).role in roles:
            yield _of_class(owner)


def _crossings(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the imports that leave their context."""
    for dependency in codebase.dependencies:
        if codebase.borders.crossing(dependency):
            place = dependency.place
            yield Candidate(place.path, place.line, "")


def _calling(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the functions of the core that call anything."""
    for function in codebase.functions:
        called = expressions_of(function.fact.body, {ExpressionKind.CALL})
        if _in_core(codebase, function.module) and any(called):
            yield _of_function(function)


def _writing(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the functions of the core that assign to an attribute of anything but `self`."""
    for function in codebase.functions:
        written = (target for each in walk(function.fact.body) for target in _targets(each))
        if _in_core(codebase, function.module) and any(map(_is_of_another, written)):
            yield _of_function(function)


def _targets(statement: Statement) -> Sequence[Expression]:
    if statement.kind is StatementKind.ASSIGN:
        return statement.expressions[1:]
    return statement.expressions[:1] if statement.kind is StatementKind.AUGMENT else ()


def _is_of_another(target: Expression) -> bool:
    return target.kind is ExpressionKind.ATTRIBUTE and not self_attribute(target)


def _speaking(codebase: Codebase) -> Iterator[Candidate]:
    """Yield the functions of the core whose signatures name anything from outside."""
    signatures = Signatures(codebase.classes)
    for function in codebase.functions:
        if _in_core(codebase, function.module) and any(signatures.of_function(function)):
            yield _of_function(function)


def _tests(codebase: Codebase) -> Iterator[Candidate]:
    return (Candidate(module.path, 1, "") for module in codebase.tests)


FINDERS: Mapping[str, Finder] = MappingProxyType(
    {
        "aggregate-by-object": _fields_of_entities,
        "commit-in-repository": _repositories,
        "context-intrusion": _crossings,
        "controller-persistence": _handlers,
        "controller-skips-use-case": _handlers,
        "controller-transaction": _handlers,
        "entity-is-table": _tables,
        "fat-port": _ports,
        "framework-exception": _throwing,
        "framework-in-signature": _speaking,
        "god-use-case": _use_cases,
        "impure-domain": _calling,
        "lazy-query-leak": _outlets,
        "mutable-value-object": _value_objects,
        "orm-exception-leak": _catching,
        "orm-in-api": _handlers,
        "orm-in-core": _calling,
        "orm-in-port": _promises,
        "outside-mutation": _writing,
        "port-async-mismatch": _kept_promises,
        "port-signature-mismatch": _kept_promises,
        "refused-port": _kept_promises,
        "test-coupling": _tests,
        "undrained-events": _event_lists,
        "unfulfilled-port": _implementations,
        "value-object-identity": _value_objects,
    }
)
"""Where each rule looks. Of the others only findings can be drawn."""
