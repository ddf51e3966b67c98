"""Fatness: whether a handler decides business rules, by the limits of the rule about that."""

from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.handlers.handler import HandlerKind
from archlint.model.rule import Rule

RULE = "fat-controller"


def is_fat(case: Case, rule: Rule) -> bool:
    """Whether a handler decides business rules; `rule` is fat-controller as this project has it."""
    if not case.is_among(rule.names("kinds"), rule.names("ignore")):
        return False
    if case.handler.kind is HandlerKind.GRAPHQL and not case.is_changing:
        return False
    is_command_line = case.handler.kind is HandlerKind.CLI
    limit = rule.number("cli-score" if is_command_line else "max-score")
    return bool(case.core) and case.score >= limit


def is_told_as_fat(case: Case, rule: Rule) -> bool:
    """Whether fat-controller is judged beside a rule and tells of a handler.

    Whatever else is to be said of such a handler follows from that.
    """
    fat_controller = rule.beside.get(RULE)
    return fat_controller is not None and is_fat(case, fat_controller)
