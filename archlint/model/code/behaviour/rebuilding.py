"""Rebuilding: an instance made of another one of its class, with something changed on the way."""

from collections.abc import Callable, Iterator, Mapping

from archlint.model.code.behaviour.values import is_copy
from archlint.model.code.behaviour.writes import Manner, Write
from archlint.model.code.inference.types import Type
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Function

_REPLACING = frozenset({"replace", "dataclasses.replace", "evolve", "attrs.evolve", "attr.evolve"})
_COPYING = frozenset({"copy", "model_copy"})


def rebuilt(
    function: Function,
    type_of: Callable[[Expression], Type],
    concerns: Callable[[str], bool],
) -> Iterator[Write]:
    """Yield what is other in an instance than in the one that a function makes it of.

    Calls that name no attribute that anybody is concerned with are passed over.
    """
    values = function.values
    for part in function.calls:
        named = (x.text for x in part.parts if x.kind is ExpressionKind.KEYWORD)
        if any(name == "update" or concerns(name) for name in named):
            source, given = _remade(part, type_of)
            for name, value in given.items():
                target = Expression(ExpressionKind.ATTRIBUTE, name, (source,))
                manner = Manner.COPY if is_copy(value, values, target) else Manner.DERIVED
                yield Write(source, name, manner, part.line)


def _remade(
    call: Expression, type_of: Callable[[Expression], Type]
) -> tuple[Expression, Mapping[str, Expression]]:
    """Return the instance that a call starts from, and what it puts in instead."""
    named = {a.text: a.parts[0] for a in call.arguments if a.kind is ExpressionKind.KEYWORD}
    if call.callee.dotted in _REPLACING and len(call.arguments) > len(named):
        return call.arguments[0], named
    if call.callee.text in _COPYING and call.callee.kind is ExpressionKind.ATTRIBUTE:
        return call.callee.parts[0], _updated(named.get("update"))
    made = type_of(call.callee)
    sources = [v.parts[0] for v in named.values() if v.kind is ExpressionKind.ATTRIBUTE]
    source = next((s for s in sources if made.is_class and type_of(s) == made.instance), call)
    changed = {n: v for n, v in named.items() if not _is_of(v, source)}
    return source, changed if source is not call else {}


def _updated(update: Expression | None) -> Mapping[str, Expression]:
    pairs = update.parts if update and update.kind is ExpressionKind.DICT else ()
    return {
        pair.parts[0].text: pair.parts[1]
        for pair in pairs
        if pair.kind is ExpressionKind.PAIR and pair.parts[0].kind is ExpressionKind.STRING
    }


def _is_of(value: Expression, source: Expression) -> bool:
    is_part = value.kind is ExpressionKind.ATTRIBUTE
    return is_part and bool(source.dotted) and value.parts[0].dotted == source.dotted
