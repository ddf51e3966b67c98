"""Showing: the classes of the project that handlers send to the world outside as they are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.handlers.handler import Handler, HandlerKind
from archlint.model.code.handlers.responses import response_models, says_nothing, translates
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, walk

_WRAPPERS = frozenset(
    {"jsonify", "JSONResponse", "ORJSONResponse", "JsonResponse", "Response", "jsonable_encoder",
     "json_response", "asdict", "astuple", "vars", "list", "tuple", "sorted"}
)  # fmt: skip
_DUMPS = frozenset({"model_dump", "model_dump_json", "dict", "json", "__dict__"})
_DISPLAYS = frozenset(
    {ExpressionKind.DICT, ExpressionKind.LIST, ExpressionKind.TUPLE, ExpressionKind.KEYWORD}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exposed:
    """A class in what a handler answers with."""

    known: ProjectClass
    line: int


@dataclass(frozen=True)
class Showing:
    """Finds the classes in answers of which `is_meant` holds."""

    inference: Inference
    is_meant: Callable[[ProjectClass], bool]

    def of(self, handler: Handler) -> Iterator[Exposed]:
        """Yield what an HTTP handler declares to answer with, else what it returns."""
        if handler.kind is not HandlerKind.HTTP or translates(handler):
            return
        returns = handler.function.fact.returns
        declared = [*response_models(handler)] or ([returns] if returns else [])
        for spelled in declared:
            yield from self._declared(handler, spelled)
        if not any(response_models(handler)) and says_nothing(handler):
            yield from self._returned(handler)

    def _declared(self, handler: Handler, spelled: Expression) -> Iterator[Exposed]:
        function = handler.function
        read = self.inference.annotations.read(function.module.name, spelled, function.owner)
        for mentioned in read.mentioned():
            yield from self._meant(mentioned.name, spelled.line or function.fact.line)

    def _returned(self, handler: Handler) -> Iterator[Exposed]:
        function = handler.function
        environment = self.inference.environment(function.module, function.fact, function.owner)
        for statement in walk(function.fact.body):
            if statement.kind is StatementKind.RETURN:
                for value in statement.expressions:
                    yield from self._sent(environment, value, statement.line)

    def _sent(self, environment: Environment, value: Expression, line: int) -> Iterator[Exposed]:
        """Yield what is sent by a value, by what it holds, or by what it is dumped from."""
        waiting = [value]
        while waiting:
            node = waiting.pop(0)
            inside = _inside(node)
            waiting.extend(inside)
            if not inside:
                for member in self.inference.type_of(environment, node).members():
                    for found in (member, *member.element.members(), *member.item.members()):
                        if not found.is_class:
                            yield from self._meant(found.name, node.line or line)

    def _meant(self, name: str, line: int) -> Iterator[Exposed]:
        known = self.inference.classes.get(name)
        if known and self.is_meant(known):
            yield Exposed(known, line)


def _inside(node: Expression) -> tuple[Expression, ...]:
    """Return what is sent along with an expression that holds, wraps or dumps it."""
    if node.kind in {ExpressionKind.CONDITIONAL, ExpressionKind.PAIR}:
        return node.parts[1:]
    if node.kind is ExpressionKind.CALL:
        is_dump = node.callee.text in _DUMPS and node.callee.kind is ExpressionKind.ATTRIBUTE
        is_wrapper = node.callee.text in _WRAPPERS
        return node.callee.parts if is_dump else node.arguments if is_wrapper else ()
    is_dump = node.kind is ExpressionKind.ATTRIBUTE and node.text in _DUMPS
    return node.parts if is_dump or node.kind in _DISPLAYS else ()
