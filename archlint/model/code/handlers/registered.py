"""Handlers by registration: functions that a call hands over to a framework."""

from collections.abc import Iterator, Mapping
from itertools import chain

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.handlers.calls import (
    REGISTERING,
    Registration,
    names_a_path,
    registrations_named,
)
from archlint.model.code.handlers.handler import Sign
from archlint.model.code.handlers.holders import of_resource, of_view_class, of_worker
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.code.handlers.ways import VERBS, way_of
from archlint.model.facts.bodies import Body
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Structure

Registered = tuple[ProjectFunction, Sign]

_TELLING = VERBS | REGISTERING
"""The last names of all calls that can hand a function over: few calls have one of them."""
_NAMES = frozenset({ExpressionKind.NAME, ExpressionKind.ATTRIBUTE})


def registered(scenery: Scenery, structures: Mapping[str, Structure]) -> Iterator[Registered]:
    """Yield every function that is handed over as a handler, with what hands it over."""
    for module, structure in structures.items():
        for body in (structure.code, *(fact.code for fact in structure.all_classes())):
            for call in _telling(body):
                yield from _by_call(scenery, module, None, call)
    for function in scenery.functions:
        for call in _telling(function.fact.code):
            yield from _by_call(scenery, function.module.name, function, call)
    for owner in scenery.classes:
        yield from chain(of_worker(scenery, owner), of_view_class(scenery, owner))


def _telling(body: Body) -> Iterator[Expression]:
    """Yield the calls that can hand a function over."""
    calls = () if _TELLING.isdisjoint(body.called) else body.contents.calls
    return (call for call in calls if _last_name(call) in _TELLING)


def _by_call(
    scenery: Scenery, module: str, scope: ProjectFunction | None, call: Expression
) -> Iterator[Registered]:
    yield from _handed_over(scenery, module, scope, call)
    yield from _applied(scenery, module, scope, call)
    yield from of_resource(scenery, module, scope, call)


def _handed_over(
    scenery: Scenery, module: str, scope: ProjectFunction | None, call: Expression
) -> Iterator[Registered]:
    for registration in registrations_named(call.callee.text):
        value = registration.handler_in(call)
        if value is None or not _fits(scenery, module, scope, call, registration):
            continue
        if function := scenery.function_named(module, scope, value):
            text = call.callee.dotted or call.callee.text
            yield function, Sign(registration.kind, registration.library, f"passed to {text}()")


def _fits(
    scenery: Scenery,
    module: str,
    scope: ProjectFunction | None,
    call: Expression,
    registration: Registration,
) -> bool:
    if registration.needs_path and not names_a_path(call):
        return False
    if not registration.library:
        return True
    prefix = f"{registration.library}."
    return any(x.startswith(prefix) for x in scenery.full_names(module, scope, call.callee))


def _last_name(call: Expression) -> str:
    """Return the last name of what is called, or of what made it: `command("late")(late)`."""
    return _decorator(call.callee).text


def _decorator(callee: Expression) -> Expression:
    return callee.callee if callee.kind is ExpressionKind.CALL else callee


def _applied(
    scenery: Scenery, module: str, scope: ProjectFunction | None, call: Expression
) -> Iterator[Registered]:
    """Yield what a decorator is applied to by calling it: `orders.command("late")(late)`."""
    decorator = _decorator(call.callee)
    first = call.arguments[:1]
    if decorator.text not in VERBS or not first or first[0].kind not in _NAMES:
        return
    function = scenery.function_named(module, scope, first[0])
    found = function and way_of(scenery.full_names(module, scope, decorator))
    if function and found:
        kind, library, name = found
        yield function, Sign(kind, library, f"decorated by calling {name}()")
