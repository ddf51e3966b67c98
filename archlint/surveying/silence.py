"""Silences: rules that judged nothing although somebody may believe that they did."""

from collections.abc import Iterator

from archlint.model.architecture.layers import CORE, Role
from archlint.model.audit import Audit, IdleRule

HANDLERS = "fat-controller"


def silences(audit: Audit) -> Iterator[str]:
    """Yield in words which green is worth nothing, and why; a project's usual gaps are none.

    A rule that is idle because the program simply has no such thing is no silence, unless the
    settings speak of the rule or nothing else was judged.
    """
    idle = audit.coverage.idle
    asked = {rule.name for rule in audit.rules if rule.override}
    is_all = len(idle) == len(audit.rules)
    for each in idle:
        if is_all or each.name in asked:
            yield f"{each.name} had nothing to judge: {each.reason}"
    if not is_all:
        yield from _without_roles(audit)
        yield from _without_handlers(audit, tuple(x for x in idle if x.name not in asked))


def _without_roles(audit: Audit) -> Iterator[str]:
    """Tell that no layer is known to be the core, where layers were given no role at all."""
    held = [layer for layer in audit.coverage.layers if layer.modules]
    roles = {layer.role for layer in held}
    rules = [rule for rule in audit.rules if rule.layers and rule.name in audit.coverage.idle_rules]
    if rules and None in roles and roles.isdisjoint(CORE):
        names = ", ".join(layer.name for layer in held if layer.role is None)
        yield (
            f"{len(rules)} rules had nothing to judge, since no layer has the role domain or "
            f"application: give one to those without a role ({names})"
        )


def _without_handlers(audit: Audit, idle: tuple[IdleRule, ...]) -> Iterator[str]:
    held = [layer for layer in audit.coverage.layers if layer.modules]
    names = ", ".join(layer.name for layer in held if layer.role == Role.CONTROLLERS)
    if names and any(each.name == HANDLERS for each in idle):
        yield (
            f"{HANDLERS} had nothing to judge: no handler was found in {names}; "
            "name decorators or base classes of handlers under controllers in the settings"
        )
