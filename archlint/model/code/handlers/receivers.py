"""Receivers: what that thing is whose method decorates or registers a handler.

Goes two steps beyond the inference of types, which for routers and applications are safe: what a
function that states no type returns, and what the body of a class assigns.
"""

from collections.abc import Mapping

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.types import NOTHING, Type, union
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.outline import Definition
from archlint.model.facts.statements import StatementKind, walk

Functions = Mapping[tuple[str, str], ProjectFunction]


class Receivers:
    """Finds the types of receivers."""

    def __init__(self, functions: Functions, classes: Classes, inference: Inference) -> None:
        self._functions = functions
        self._classes = classes
        self._names = classes.names
        self._inference = inference

    def inside(self, environment: Environment, receiver: Expression) -> Type:
        """Return the type of what a function binds or reaches through what it binds."""
        if found := self._inference.type_of(environment, receiver):
            return found
        if receiver.kind is ExpressionKind.ATTRIBUTE:
            return self._attribute(self.inside(environment, receiver.parts[0]), receiver.text)
        value = environment.values.get(receiver.text)
        if value is None or value.kind is not ExpressionKind.CALL:
            return NOTHING
        return self._made_by(environment.module.name, value.callee.dotted)

    def at_top(self, module: str, receiver: Expression) -> Type:
        """Return the type of what the top level of a module binds."""
        symbol = self._names.resolve(module, receiver.dotted)
        if found := self._inference.type_of_symbol(symbol):
            return found
        if receiver.kind is ExpressionKind.ATTRIBUTE and (
            found := self._attribute(self.at_top(module, receiver.parts[0]), receiver.text)
        ):
            return found
        return self._value(symbol)

    def of_class(self, owner: ProjectClass, name: str) -> Type:
        """Return the type of what the body of a class, or of one that it inherits from, assigns."""
        for holder in owner.lineage:
            for field in holder.own_fields:
                is_call = field.value is not None and field.value.kind is ExpressionKind.CALL
                if field.name == name and field.value and is_call:
                    return self._made_by(holder.module.name, field.value.callee.dotted)
        return NOTHING

    def _attribute(self, owner: Type, name: str) -> Type:
        if found := self._inference.members.attribute(owner, name):
            return found
        known = self._classes.get(owner.name)
        return self.of_class(known, name) if known else NOTHING

    def _value(self, symbol: Symbol) -> Type:
        if symbol.kind is not SymbolKind.VALUE:
            return NOTHING
        binding = self._names.bindings(symbol.module).get(symbol.name)
        if not isinstance(binding, Definition) or not binding.target:
            return NOTHING
        return self._made_by(symbol.module, binding.target)

    def _made_by(self, module: str, callee: str) -> Type:
        """Return what calling a class or a function gives that states no type itself."""
        symbol = self._names.resolve(module, callee)
        if symbol.kind is not SymbolKind.FUNCTION:
            return self._inference.type_of_symbol(symbol).instance
        maker = self._functions.get((symbol.module, symbol.name))
        if maker is None or maker.fact.returns is not None:
            return NOTHING
        environment = self._inference.environment(maker.module, maker.fact, maker.owner)
        return union(
            tuple(
                self._inference.type_of(environment, value)
                for statement in walk(maker.fact.body)
                if statement.kind is StatementKind.RETURN
                for value in statement.expressions
            )
        )
