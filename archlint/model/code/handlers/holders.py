"""Handlers of plain classes: a framework is handed the class, an instance, or a list in it."""

import re
from collections.abc import Iterator

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.handlers.calls import names_a_path
from archlint.model.code.handlers.handler import HandlerKind, Sign
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.code.handlers.ways import HTTP_VERBS, way_of
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind

Held = tuple[ProjectFunction, Sign]

_RESPONDER = re.compile(rf"on_({'|'.join(sorted(HTTP_VERBS))}|websocket)(_\w+)?")
_LISTS = frozenset({"functions"})
_WORKERS = ("WorkerSettings", "Worker")


def is_responder(method: str) -> bool:
    """Whether Falcon calls methods of that name: `on_get`, or `on_get_all` with a suffix."""
    return _RESPONDER.fullmatch(method) is not None


def of_resource(
    scenery: Scenery, module: str, scope: ProjectFunction | None, call: Expression
) -> Iterator[Held]:
    """Yield the responders of a resource that is added to an application of Falcon.

    A path and an instance with responders say enough where the application is not known.
    """
    given = call.keyword("resource") or next(iter(call.arguments[1:2]), None)
    if call.callee.text != "add_route" or given is None or not names_a_path(call):
        return
    owner = scenery.class_of(module, scope, given)
    for holder in owner.lineage if owner else ():
        for method in holder.fact.methods:
            function = scenery.method_of(holder, method.name)
            if function and is_responder(method.name):
                reason = f"a falcon responder, by {call.callee.dotted}()"
                yield function, Sign(HandlerKind.HTTP, "falcon", reason)


def of_view_class(scenery: Scenery, owner: ProjectClass) -> Iterator[Held]:
    """Yield the method that a decorator of Pyramid on the class names, `__call__` else."""
    for decorator in owner.fact.decorators:
        if decorator.kind is not ExpressionKind.CALL:
            continue
        found = way_of(scenery.full_names(owner.module.name, None, decorator.callee))
        if found is None or found[1] != "pyramid":
            continue
        named = decorator.keyword("attr")
        function = scenery.method_of(owner, named.text if named else "__call__")
        if function:
            yield function, Sign(found[0], found[1], f"named by {found[2]} of {owner.name}")


def of_worker(scenery: Scenery, owner: ProjectClass) -> Iterator[Held]:
    """Yield the tasks that the settings class of an arq worker lists."""
    if not owner.name.endswith(_WORKERS):
        return
    for statement in owner.fact.body:
        target, values = _assigned(statement.kind, statement.expressions)
        for value in values if target in _LISTS else ():
            if function := scenery.function_named(owner.module.name, None, value):
                yield function, Sign(HandlerKind.TASK, "arq", f"listed in {target}")


def _assigned(
    kind: StatementKind, parts: tuple[Expression, ...]
) -> tuple[str, tuple[Expression, ...]]:
    """Return the name that a statement binds, with the members of the list that it is given."""
    if kind is StatementKind.ASSIGN:
        return parts[1].text, parts[0].parts
    if kind is StatementKind.ANNOTATE and parts[2:]:
        return parts[0].text, parts[2].parts
    return "", ()
