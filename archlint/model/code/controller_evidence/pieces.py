"""The pieces of a handler: its body, functions inside it, and helpers that only handlers call."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from archlint.model.code.behaviour.plainly import Plainly
from archlint.model.code.classes.callers import Callers
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.controller_evidence.origin import Origin, Sources
from archlint.model.code.controller_evidence.origins import Origins
from archlint.model.code.handlers.handler import Handler
from archlint.model.code.inference.environments import Environment
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Function


@dataclass(frozen=True, slots=True)
class Piece:
    """A function whose statements belong to a handler, with where its values come from.

    `framework` is the library that calls the handler, "" where none is known.
    """

    function: ProjectFunction
    environment: Environment
    origins: Origins
    framework: str

    @property
    def is_inner(self) -> bool:
        """Whether it is defined inside another function."""
        return "<locals>" in self.function.fact.qualname


class Pieces:
    """Takes the handlers of a project apart."""

    def __init__(
        self,
        sources: Sources,
        callers: Callers,
        functions: Collection[ProjectFunction],
        handlers: Iterable[Handler],
    ) -> None:
        self._sources = sources
        self._callers = callers
        self._plainly = Plainly(sources.inference, functions)
        self._functions = {function.dotted: function for function in functions}
        self._handlers = frozenset(handler.function.dotted for handler in handlers)

    def of(self, handler: Handler) -> Iterator[Piece]:
        """Yield what a handler consists of; helpers are followed one level."""
        told: set[str] = set()
        for piece in [*self._whole(handler.function, {}, handler.framework)]:
            yield piece
            for call in piece.function.fact.calls:
                helper = self._helper(piece, call)
                if helper and helper.dotted not in told:
                    told.add(helper.dotted)
                    given = _passed(piece, helper.fact, call)
                    yield from self._whole(helper, given, handler.framework)

    def _whole(
        self, function: ProjectFunction, given: dict[str, Origin], framework: str
    ) -> Iterator[Piece]:
        environment = self._sources.inference.environment(
            function.module, function.fact, function.owner
        )
        plain = self._plainly.of(function, lambda _: environment)
        origins = Origins(self._sources, environment, given)
        yield Piece(replace(function, fact=plain), environment, origins, framework)
        for inner in function.fact.functions:
            nested = ProjectFunction(function.module, inner, function.owner)
            if nested.dotted not in self._handlers:
                yield from self._whole(nested, _seen_from(inner, origins), framework)

    def _helper(self, piece: Piece, call: Expression) -> ProjectFunction | None:
        """Return the function of the same module that a call means, if only handlers call it."""
        module, owner = piece.function.module.name, piece.function.owner
        dotted = call.callee.dotted
        if dotted.startswith("self.") and owner:
            called = f"{owner.dotted}.{dotted.removeprefix('self.')}"
        else:
            called = f"{module}.{dotted}"
        helper = self._functions.get(called)
        if helper is None or called in self._handlers or called == piece.function.dotted:
            return None
        callers = self._callers.of(called)
        return helper if all(self._is_handler(c) for c in callers) else None

    def _is_handler(self, caller: ProjectFunction) -> bool:
        outermost = caller.dotted.partition(".<locals>.")[0]
        return caller.dotted in self._handlers or outermost in self._handlers


def _passed(piece: Piece, helper: Function, call: Expression) -> dict[str, Origin]:
    """Return where the arguments of a call come from, by the parameters that take them."""
    names = [parameter.name for parameter in helper.own_parameters]
    given: dict[str, Origin] = {}
    for name, argument in zip(names, call.arguments, strict=False):
        if argument.kind in {ExpressionKind.KEYWORD, ExpressionKind.STAR}:
            break
        given[name] = piece.origins.of(argument)
    for argument in call.arguments:
        if argument.kind is ExpressionKind.KEYWORD:
            given[argument.text] = piece.origins.of(argument.parts[0])
    return given


def _seen_from(inner: Function, around: Origins) -> dict[str, Origin]:
    """Return the origins of the names that a nested function sees around it."""
    own = {parameter.name for parameter in inner.parameters}
    return {name: origin for name, origin in around.known.items() if name not in own}
