"""Refusals: what a handler returns to say no."""

import re

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind

SAYING_NO = frozenset(
    {"HttpResponseForbidden", "HttpResponseBadRequest", "HttpResponseNotFound",
     "HttpResponseGone", "HTTPForbidden", "HTTPBadRequest", "HTTPConflict", "HTTPNotFound"}
)  # fmt: skip
STATUS = ("status", "status_code")
_NO = re.compile(r"[45]\d\d|HTTP_[45]\d\d_\w+|FORBIDDEN|CONFLICT|BAD_REQUEST|UNPROCESSABLE_\w+")


def is_refusal(statement: Statement) -> bool:
    """Whether a statement returns an answer that says no, by its status or its class."""
    if statement.kind is not StatementKind.RETURN or not statement.expressions:
        return False
    given = statement.expressions[0].unwrapped()
    if given.kind is ExpressionKind.TUPLE:
        return bool(given.parts) and _says_no(given.parts[-1])
    if given.kind is not ExpressionKind.CALL:
        return False
    statuses = [given.keyword(name) for name in STATUS]
    last = given.arguments[-1:] if given.callee.text == "make_response" else ()
    said = [value for value in (*statuses, *last) if value is not None]
    return given.callee.text in SAYING_NO or any(map(_says_no, said))


def _says_no(status: Expression) -> bool:
    kinds = {ExpressionKind.NUMBER, ExpressionKind.ATTRIBUTE}
    return status.kind in kinds and bool(_NO.fullmatch(status.text))
