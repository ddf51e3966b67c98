"""How the values of a handler are named in a report."""

from archlint.model.code.controller_evidence.vocabulary import PASSING_ON
from archlint.model.facts.expressions import Expression, ExpressionKind


def told(value: Expression) -> str:
    """Return an expression as a reader would name it: `order.status`, `order.is_paid()`."""
    if value.kind is ExpressionKind.CALL:
        if value.callee.kind is ExpressionKind.NAME and value.callee.text in PASSING_ON:
            return next((told(argument) for argument in value.arguments), "")
        return f"{told(value.callee)}()"
    if value.kind is ExpressionKind.ATTRIBUTE:
        return f"{told(value.parts[0])}.{value.text}".lstrip(".")
    if value.kind is ExpressionKind.COMPREHENSION:
        return told(value.parts[0])
    if value.kind in {ExpressionKind.SUBSCRIPT, ExpressionKind.AWAIT}:
        return told(value.parts[0])
    return value.text if value.kind is ExpressionKind.NAME else ""
