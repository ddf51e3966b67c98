"""Carrying: the classes by which handlers take requests and give responses."""

from collections.abc import Iterable, Iterator

from archlint.model.code.handlers.handler import Handler, HandlerKind
from archlint.model.code.inference.annotations import Annotations
from archlint.model.facts.expressions import Expression, ExpressionKind

RESPONSE_KEYWORDS = ("response_model", "response_class", "response", "responses")


def carried(handlers: Iterable[Handler], annotations: Annotations) -> frozenset[str]:
    """Return the dotted names of the classes in what HTTP handlers declare to take and to give."""
    return frozenset(
        mentioned.name
        for handler in handlers
        if handler.kind is HandlerKind.HTTP
        for declared in _declared(handler)
        for mentioned in annotations.read(handler.function.module.name, declared).mentioned()
    )


def _declared(handler: Handler) -> Iterator[Expression]:
    fact = handler.function.fact
    for parameter in fact.parameters:
        if parameter.annotation is not None:
            yield parameter.annotation
    for decorator in fact.decorators:
        if decorator.kind is ExpressionKind.CALL:
            found = (decorator.keyword(name) for name in RESPONSE_KEYWORDS)
            yield from (value for value in found if value is not None)
