"""Judges controllers that serve several families of actions which have nothing in common."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.families import Controller, Controllers, Family
from archlint.model.code.controller_evidence.telling import listed
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class or module of actions that could be two."""
    cases = (c for c in codebase.cases if c.is_among(rule.names("kinds"), ()))
    controllers = Controllers(codebase.inference, codebase.role_of, codebase.layer)
    for controller in controllers.of(cases):
        if _is_wide(controller, rule) and len(_whole(controller)) > 1:
            yield _finding(codebase, rule, controller)


def _is_wide(controller: Controller, rule: Rule) -> bool:
    if controller.actions > rule.number("max-actions"):
        return True
    return controller.services > rule.number("max-services")


def _whole(controller: Controller) -> tuple[Family, ...]:
    """Return the families that could stand alone: one action by itself is none."""
    return tuple(family for family in controller.families if len(family.actions) > 1)


def _finding(codebase: Codebase, rule: Rule, controller: Controller) -> Finding:
    owner, module = controller.owner, controller.module
    layer = codebase.layer(module.name)
    name = owner.name if owner else module.name
    families = _whole(controller)
    return Finding(
        rule=rule.name,
        place=Place(module.path, owner.fact.line, owner.fact.column + 1)
        if owner
        else Place(module.path, 1),
        module=module.name,
        symbol=owner.fact.qualname if owner else "",
        layer=layer.name if layer else None,
        message=f"{name} serves {len(families)} families of actions that share no service: "
        + "; ".join(map(_told, families)),
        help=_help(name, families),
    )


def _told(family: Family) -> str:
    return f"{_actions(family)} by {listed(family.services)}"


def _help(name: str, families: tuple[Family, ...]) -> str:
    first, *others = families
    rest = ", ".join(f"another for {_actions(family)}" for family in others)
    return f"split {name}: one controller for {_actions(first)}, {rest}"


def _actions(family: Family) -> str:
    return listed(f"{action}()" for action in family.actions)
