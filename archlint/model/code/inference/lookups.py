"""Lookups: calls by which an object mapper gives one instance of a class."""

from collections.abc import Mapping

from archlint.model.facts.expressions import Expression, ExpressionKind

_BY_KEY = frozenset({"get", "get_one", "get_or_404"})
_GIVING = frozenset({"resolve", "get_repository", "repository", "get_service", "provide"})
_OR_404 = frozenset({"get_object_or_404", "aget_object_or_404"})
_SCALARS = frozenset({"scalar", "scalar_one", "scalar_one_or_none"})
_SINGLE = _SCALARS | {
    "first", "one", "one_or_none", "get", "get_or_404", "first_or_404", "one_or_404", "last",
    "latest", "earliest", "aget", "afirst", "create", "acreate",
}  # fmt: skip
_RUNS = frozenset({"execute", "exec", "scalars", "scalar"})
_SELECTS = frozenset({"select", "query"})
_MANAGERS = frozenset({"objects", "query"})
_LONGEST = 25
_KEYED = 2


def looked_up(call: Expression, values: Mapping[str, Expression]) -> Expression | None:
    """Return the class of which a call looks one instance up, as the code names it.

    `values` are the values of local names, so that a statement may be built before it is run.
    """
    callee, arguments = call.callee, call.arguments
    if callee.text in _OR_404 and arguments:
        return arguments[0] if _is_class(arguments[0]) else _Chain(values).source(arguments[0])
    if callee.kind is not ExpressionKind.ATTRIBUTE:
        return None
    if callee.text in _GIVING and len(arguments) == 1 and _is_class(arguments[0]):
        return arguments[0]
    if callee.text in _BY_KEY and len(arguments) >= _KEYED and _is_class(arguments[0]):
        return arguments[0]
    if callee.text not in _SINGLE:
        return None
    chain = _Chain(values, scalars=callee.text in _SCALARS)
    return chain.source(arguments[0] if callee.text == "scalar" and arguments else callee.parts[0])


class _Chain:
    """Follows a chain of calls back to the class that it began with."""

    def __init__(self, values: Mapping[str, Expression], *, scalars: bool = False) -> None:
        self._values = values
        self._scalars = scalars

    def source(self, node: Expression) -> Expression | None:
        for _ in range(_LONGEST):
            node = node.unwrapped()
            if node.kind is ExpressionKind.ATTRIBUTE and node.text in _MANAGERS:
                return node.parts[0] if _is_class(node.parts[0]) else None
            if node.kind is ExpressionKind.CALL and node.callee.text in _SELECTS:
                one = node.arguments if len(node.arguments) == 1 else ()
                return next((a for a in one if _is_class(a)), None)
            before = self._before(node)
            if before is None:
                return None
            node = before
        return None

    def _before(self, node: Expression) -> Expression | None:
        if node.kind is ExpressionKind.NAME:
            return self._values.get(node.text)
        if node.kind is ExpressionKind.ATTRIBUTE:
            return node.parts[0]
        if node.kind is not ExpressionKind.CALL or node.callee.kind is not ExpressionKind.ATTRIBUTE:
            return None
        name = node.callee.text
        self._scalars |= name in {"scalars", "exec"}
        if name in _RUNS and node.arguments:
            return node.arguments[0] if self._scalars else None
        return node.callee.parts[0]


def _is_class(value: Expression) -> bool:
    return bool(value.dotted) and value.text[:1].isupper() and not value.text.isupper()
