"""Responses: what a handler says that it answers with."""

from collections.abc import Iterator

from archlint.model.code.handlers.handler import Handler
from archlint.model.facts.expressions import Expression, ExpressionKind

_MODELS = ("response_model", "response")
_TRANSLATES = ("dto", "return_dto")
_TRANSLATORS = frozenset({"marshal_with", "marshal_list_with", "response", "output"})
"""Decorators of Flask's extensions that are given a schema for what is answered."""
_VAGUE = frozenset({"dict", "Dict", "list", "List", "tuple", "Tuple", "Mapping", "Sequence", "Any",
                    "object"})  # fmt: skip


def translates(handler: Handler) -> bool:
    """Whether the framework is told to translate between what is returned and what is sent."""
    owner = handler.function.owner
    fields = owner.fields if owner else ()
    if any(field.name in _TRANSLATES for field in fields):
        return True
    decorators = (*handler.function.fact.decorators, *(owner.fact.decorators if owner else ()))
    calls = [each for each in decorators if each.kind is ExpressionKind.CALL]
    return any(
        call.callee.text in _TRANSLATORS or any(call.keyword(name) for name in _TRANSLATES)
        for call in calls
    )


def response_models(handler: Handler) -> Iterator[Expression]:
    """Yield what the decorators say is answered; `None` says nothing."""
    for decorator in handler.function.fact.decorators:
        for name in _MODELS if decorator.kind is ExpressionKind.CALL else ():
            given = decorator.keyword(name)
            if given is None or given.kind is ExpressionKind.CONSTANT:
                continue
            pairs = [part.parts[1] for part in given.parts if part.kind is ExpressionKind.PAIR]
            yield from pairs or (given,)


def says_nothing(handler: Handler) -> bool:
    """Whether the annotation leaves open what is answered: then it is sent as it is."""
    returns = handler.function.fact.returns
    if returns is None:
        return True
    return returns.dotted.rpartition(".")[2] in _VAGUE or (
        returns.kind is ExpressionKind.SUBSCRIPT
        and {p.dotted for p in returns.walk() if p.dotted} <= _VAGUE | {"str"}
    )
