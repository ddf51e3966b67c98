"""Contracts of handlers: what they say, or show, of tables to the world outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.code.handlers.handler import Handler, HandlerKind
from archlint.model.code.handlers.responses import response_models, says_nothing, translates
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.types import Type
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.code.orm.handed import Handed, Hands
from archlint.model.code.orm.library import Kind, words
from archlint.model.code.orm.tables import Tables
from archlint.model.code.orm.values import Values
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Parameter

_KINDS = frozenset({HandlerKind.HTTP, HandlerKind.GRAPHQL, HandlerKind.RPC})
_BINDING = words(
    "fastapi fastapi_utils fastapi_restful classy_fastapi ninja ninja_extra blacksheep robyn"
    " flask_openapi3"
)
"""Frameworks that fill each parameter which nothing else fills from the request."""
_BINDING_DATA = words("litestar starlite esmerald")
"""Those that fill the one of this name only."""
_FROM_REQUEST = words("Body Form Query Path File Header Cookie FromJSON FromForm FromQuery")
_CONTAINERS = words("FromDishka Inject Injected FromComponent")
_SHOWN = frozenset({Kind.MODEL, Kind.ROW})


class Side(StrEnum):
    """On which side of a handler something stands, as a verb of a message."""

    REQUEST = "takes"
    RESPONSE = "answers with"


@dataclass(frozen=True, slots=True)
class Shown:
    """Something of a mapper in what a handler takes or answers; inferred where nothing says it."""

    side: Side
    handed: Handed
    line: int
    is_inferred: bool = False


class Contracts:
    """Reads handlers for what of a mapper the world outside gets to see."""

    def __init__(self, inference: Inference, tables: Tables) -> None:
        self._inference = inference
        self._tables = tables
        self._values = Values(inference, tables)

    def of(self, handler: Handler) -> Iterator[Shown]:
        """Yield what of tables and rows a handler takes from its callers and gives to them."""
        if handler.kind not in _KINDS or translates(handler):
            return
        environment = self._environment(handler)
        yield from self._taken(handler, environment)
        if models := tuple(response_models(handler)):
            for model in models:
                yield from self._declared(handler, model)
            return
        returns = handler.function.fact.returns
        if returns is not None:
            yield from self._declared(handler, returns)
        if handler.kind is HandlerKind.HTTP and says_nothing(handler):
            yield from self._returned(environment)

    def _environment(self, handler: Handler) -> Environment:
        function = handler.function
        return self._inference.environment(function.module, function.fact, function.owner)

    def _taken(self, handler: Handler, environment: Environment) -> Iterator[Shown]:
        module = handler.function.module.name
        for parameter in handler.function.fact.own_parameters:
            if not self._is_bound(handler, parameter):
                continue
            found = environment.types.get(parameter.name)
            for handed in self._mentioned(found) if found else ():
                line = parameter.annotation.line if parameter.annotation else 0
                if not self._is_injected(module, parameter):
                    yield Shown(Side.REQUEST, handed, line or handler.function.fact.line)

    def _is_bound(self, handler: Handler, parameter: Parameter) -> bool:
        if handler.kind is not HandlerKind.HTTP:
            return False
        is_data = parameter.name == "data" and handler.framework in _BINDING_DATA
        return is_data or handler.framework in _BINDING

    def _is_injected(self, module: str, parameter: Parameter) -> bool:
        """Whether a parameter is filled by something else than the request."""
        if parameter.default is not None and parameter.default.kind is not ExpressionKind.CONSTANT:
            return not _is_from_request(parameter.default)
        if parameter.annotation is None:
            return False
        spelled = self._spelled(module, parameter.annotation)
        if spelled.kind is ExpressionKind.SUBSCRIPT and spelled.parts[0].text in _CONTAINERS:
            return True
        calls = (part for part in spelled.walk() if part.kind is ExpressionKind.CALL)
        return any(not _is_from_request(call) for call in calls)

    def _spelled(self, module: str, annotation: Expression) -> Expression:
        """Return an annotation as it is spelled out where it is only a name for it."""
        symbol = self._inference.classes.names.resolve(module, annotation.dotted)
        if symbol.kind is not SymbolKind.VALUE:
            return annotation
        return self._inference.classes.assigned(symbol.module, symbol.name) or annotation

    def _declared(self, handler: Handler, spelled: Expression) -> Iterator[Shown]:
        function = handler.function
        found = self._inference.annotations.read(function.module.name, spelled, function.owner)
        for handed in self._mentioned(found):
            yield Shown(Side.RESPONSE, handed, spelled.line or function.fact.line)

    def _mentioned(self, found: Type) -> Hands:
        """Return the tables that a type mentions anywhere."""
        tables = self._tables
        return tuple(
            Handed(Kind.MODEL, library, inner.name)
            for inner in tables.mentioned(found)
            if (library := tables.mapper_of(inner.name))
        )

    def _returned(self, environment: Environment) -> Iterator[Shown]:
        for outcome in self._values.outcomes(environment):
            for one in outcome.hands:
                for shown in one.run() if one.kind is Kind.QUERY else (one,):
                    if shown.kind in _SHOWN:
                        yield Shown(Side.RESPONSE, shown, outcome.line, is_inferred=True)


def _is_from_request(value: Expression) -> bool:
    return (
        value.kind is ExpressionKind.CALL
        and value.callee.dotted.rpartition(".")[2] in _FROM_REQUEST
    )
