"""Handlers by registration: functions that a call hands over to a framework."""

from collections.abc import Iterator, Mapping

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.handlers.calls import Registration, names_a_path, registrations_named
from archlint.model.code.handlers.handler import HandlerKind, Sign
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_of
from archlint.model.facts.structure import Structure

Registered = tuple[ProjectFunction, Sign]

_CALL = frozenset({ExpressionKind.CALL})


def registered(scenery: Scenery, structures: Mapping[str, Structure]) -> Iterator[Registered]:
    """Yield every function that is handed over as a handler, with what hands it over."""
    for module, structure in structures.items():
        for call in expressions_of(structure.body, _CALL):
            yield from _handed_over(scenery, module, None, call)
        for fact in structure.classes:
            yield from _work_queue(scenery, module, fact.body)
    for function in scenery.functions:
        for call in function.fact.calls:
            yield from _handed_over(scenery, function.module.name, function, call)


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


def _work_queue(scenery: Scenery, module: str, body: tuple[Statement, ...]) -> Iterator[Registered]:
    """Yield the tasks that the settings class of an arq worker lists."""
    for statement in body:
        if statement.kind is StatementKind.ASSIGN and statement.expressions[1].text == "functions":
            for value in statement.expressions[0].parts:
                if function := scenery.function_named(module, None, value):
                    yield function, Sign(HandlerKind.TASK, "arq", "listed in functions")
