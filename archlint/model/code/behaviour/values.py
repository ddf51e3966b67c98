"""Values: whether an expression hands something on or works something out."""

from collections.abc import Mapping

from archlint.model.facts.expressions import Expression, ExpressionKind

_CONVERSIONS = frozenset(
    {"str", "int", "float", "bool", "list", "tuple", "set", "dict", "frozenset", "bytes", "cast",
     "copy", "deepcopy", "strip", "lower", "upper", "encode", "decode", "Decimal", "isoformat",
     "model_dump", "items", "values", "keys", "to_uuid", "UUID"}
)  # fmt: skip
_FETCHING = ("get", "find", "load", "fetch", "read", "pop", "first", "one", "next")
_BOTH = frozenset({"and", "or"})
_DEEPEST = 3


def is_copy(
    value: Expression, known: Mapping[str, Expression], written: Expression, depth: int = 0
) -> bool:
    """Whether a value is handed on as it is, or only put into another type.

    `known` are the values of local names, `written` the attribute it is assigned to: what comes
    from another attribute of the same receiver is worked out, not handed on.
    """
    value = value.unwrapped()
    source = known.get(value.text) if value.kind is ExpressionKind.NAME else None
    if source is not None and depth < _DEEPEST:
        return is_copy(source, known, written, depth + 1)
    if value.kind in {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE}:
        return not is_constant(value) and not _is_sibling(value, written)
    if value.kind is ExpressionKind.SUBSCRIPT:
        return is_copy(value.parts[0], known, written, depth)
    if value.kind is ExpressionKind.CALL:
        return _converts(value, known, written)
    ways = _ways(value, written)
    return bool(ways) and all(_may_pass(way, known, written) for way in ways)


def _ways(value: Expression, written: Expression) -> tuple[Expression, ...]:
    """Return the values between which an expression chooses without weighing anything."""
    if value.kind is ExpressionKind.CONDITIONAL and not decides(value.parts[0], _receiver(written)):
        return value.parts[1:]
    is_choice = value.kind is ExpressionKind.OPERATION and value.text in _BOTH
    return value.parts if is_choice else ()


def _receiver(written: Expression) -> Expression:
    return written.parts[0] if written.kind is ExpressionKind.ATTRIBUTE else written


def _is_sibling(value: Expression, written: Expression) -> bool:
    receiver = _receiver(written).dotted
    if value.kind is not ExpressionKind.ATTRIBUTE or not receiver:
        return False
    return value.parts[0].dotted == receiver and value.text != written.text


def _may_pass(value: Expression, known: Mapping[str, Expression], written: Expression) -> bool:
    """Whether it is a copy or a default."""
    return _is_literal(value) or is_copy(value, known, written, _DEEPEST)


def _is_literal(value: Expression) -> bool:
    if value.kind in {ExpressionKind.CONSTANT, ExpressionKind.STRING, ExpressionKind.NUMBER}:
        return True
    displays = {ExpressionKind.LIST, ExpressionKind.DICT, ExpressionKind.SET}
    return value.kind in displays and not value.parts


def _converts(call: Expression, known: Mapping[str, Expression], written: Expression) -> bool:
    name = call.callee.text
    if name.startswith(_FETCHING):
        return True
    if not (name[:1].isupper() or name in _CONVERSIONS):
        return False
    given = (a.parts[0] if a.kind is ExpressionKind.KEYWORD else a for a in call.arguments)
    return all(_may_pass(argument, known, written) for argument in given)


def is_constant(value: Expression) -> bool:
    """Whether it is a name in capitals or a member of a class: `Status.PAID`."""
    if value.kind is not ExpressionKind.ATTRIBUTE:
        return value.kind is ExpressionKind.NAME and value.text.isupper()
    owner = value.parts[0]
    return value.text.isupper() or (owner.text[:1].isupper() and not owner.text.isupper())


def decides(test: Expression, receiver: Expression) -> bool:
    """Whether a condition weighs something, rather than only asking whether it is there.

    A bare look at an attribute of `receiver` (`if order.is_open`) weighs, too.
    """
    if any(is_weighing(part) for part in test.walk()):
        return True
    return bool(receiver.dotted) and any(
        part.kind is ExpressionKind.ATTRIBUTE and part.parts[0].dotted == receiver.dotted
        for part in _outside_absence_checks(test)
    )


def is_weighing(part: Expression) -> bool:
    """Whether it compares two values, neither of them None nor the name of an entry."""
    if part.kind is not ExpressionKind.COMPARISON:
        return False
    if any(operand.kind is ExpressionKind.CONSTANT for operand in part.parts):
        return any(operand.text in {"True", "False"} for operand in part.parts)
    named = part.parts[0].kind is ExpressionKind.STRING
    return not (named and part.text in {"in", "not in"})


def _outside_absence_checks(test: Expression) -> list[Expression]:
    found: list[Expression] = []
    waiting = [test]
    while waiting:
        node = waiting.pop()
        if node.kind is ExpressionKind.COMPARISON and not is_weighing(node):
            continue
        found.append(node)
        waiting.extend(node.parts)
    return found
