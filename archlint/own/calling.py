"""Calls, with the full name of what they call."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.code.inference.environments import Environment
from archlint.model.codebase import Codebase
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, expressions_of
from archlint.model.facts.structure import Function
from archlint.model.modules import Module
from archlint.model.place import Place

_NOWHERE = Function(name="", qualname="", line=0)
_CALLS = frozenset({ExpressionKind.CALL})


@dataclass(frozen=True, slots=True)
class Called:
    """A call; `function_line` is where the function around it is defined, 0 without one."""

    module: Module
    place: Place
    name: str
    function_line: int = 0


class Callees:
    """What the functions, classes and modules of a code base call, as far as it is known."""

    def __init__(self, codebase: Codebase) -> None:
        self._codebase = codebase

    def __iter__(self) -> Iterator[Called]:
        for function in self._codebase.functions:
            environment = self._codebase.environment(function)
            yield from self._in(environment, function.fact.calls)
        for owner in self._codebase.classes:
            yield from self._beside(owner.module, owner.fact.body)
        for module in self._codebase.modules:
            if structure := self._codebase.structures.get(module.name):
                yield from self._beside(module, structure.body)

    def _beside(self, module: Module, body: tuple[Statement, ...]) -> Iterator[Called]:
        return self._in(Environment(module, _NOWHERE), expressions_of(body, _CALLS))

    def _in(
        self, where: Environment, calls: Iterator[Expression] | tuple[Expression, ...]
    ) -> Iterator[Called]:
        for call in calls:
            if name := self._name(where, call.callee):
                place = Place(where.module.path, call.line or where.function.line)
                yield Called(where.module, place, name, where.function.line)

    def _name(self, where: Environment, callee: Expression) -> str:
        dotted = callee.dotted
        if dotted and not where.is_local(dotted.partition(".")[0]):
            symbol = self._codebase.names.resolve(where.module.name, dotted)
            if symbol.dotted:
                return symbol.dotted
        if callee.kind is not ExpressionKind.ATTRIBUTE:
            return ""
        owner = self._codebase.inference.type_of(where, callee.parts[0])
        is_one = owner.name and owner.name != "|"
        return f"{owner.name}.{callee.text}" if is_one else ""
