"""Light type inference: annotations, constructors, attributes and return types, nothing more.

There is no flow and no fixpoint: a function's assignments are read twice where a name may be
used before the line that explains it. What is not known stays unknown.
"""

from collections.abc import Iterator, Mapping

from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.annotations import Annotations
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.known_calls import ITEM_CALLS, LIST_CALLS, LITERALS, SAME_CALLS
from archlint.model.code.inference.learning import Learning
from archlint.model.code.inference.lookups import looked_up
from archlint.model.code.inference.members import Members
from archlint.model.code.inference.types import NOTHING, Type, external_type, list_of, union
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.outline import Definition, DefinitionKind
from archlint.model.facts.structure import Function, Structure
from archlint.model.modules import Module

_Key = tuple[str, str, str, str, int]
"""A module, a function in it, the module of its class, this class, and the line."""


class Inference:
    """Types of expressions, anywhere in the project."""

    def __init__(
        self,
        classes: Classes,
        structures: Mapping[str, Structure],
        modules: Mapping[str, Module],
    ) -> None:
        self.classes = classes
        self.annotations = Annotations(classes)
        self._functions = dict(_by_name(structures, modules))
        self._readers = {
            ExpressionKind.NAME: self._name,
            ExpressionKind.ATTRIBUTE: self._attribute,
            ExpressionKind.CALL: self._call,
            ExpressionKind.AWAIT: self._wrapped,
            ExpressionKind.NAMED: self._wrapped,
            ExpressionKind.SUBSCRIPT: self._subscript,
            ExpressionKind.CONDITIONAL: self._conditional,
            ExpressionKind.OPERATION: self._operation,
            ExpressionKind.LIST: self._display,
            ExpressionKind.SET: self._display,
            ExpressionKind.TUPLE: self._display,
            ExpressionKind.COMPREHENSION: self._comprehension,
        }
        self._environments: dict[_Key, Environment] = {}
        self.members = Members(classes, self.annotations, self.environment, self.type_of)
        self._learning = Learning(self.annotations, self.members, self.type_of, self.type_of_name)
        self._teach = self._learning.fill  # bound once for as many environments as functions

    def environment(
        self, module: Module, function: Function, owner: ProjectClass | None = None
    ) -> Environment:
        """Return what the local names of a function stand for."""
        heir = (owner.module.name, owner.fact.qualname) if owner else ("", "")
        key = (module.name, function.qualname, *heir, function.line)
        if key not in self._environments:
            self._environments[key] = Environment(module, function, owner, self._teach)
        return self._environments[key]

    def type_of(self, environment: Environment, expression: Expression) -> Type:
        """Return the type of an expression inside a function, NOTHING where it is not known."""
        if read := self._readers.get(expression.kind):
            return read(environment, expression)
        return LITERALS.get(expression.kind, NOTHING)

    def _wrapped(self, environment: Environment, expression: Expression) -> Type:
        return self.type_of(environment, expression.parts[0])

    def _conditional(self, environment: Environment, expression: Expression) -> Type:
        return union(tuple(self.type_of(environment, part) for part in expression.parts[1:]))

    def _name(self, environment: Environment, expression: Expression) -> Type:
        if environment.is_local(expression.text):
            return environment.types.get(expression.text, NOTHING)
        return self.type_of_name(environment.module.name, expression.text)

    def type_of_name(self, module: str, dotted: str) -> Type:
        """Return the type of a name at the top level of a module."""
        return self.type_of_symbol(self.classes.names.resolve(module, dotted))

    def type_of_symbol(self, symbol: Symbol) -> Type:
        """Return the type of what a name stands for."""
        if symbol.kind is SymbolKind.CLASS:
            return Type(symbol.dotted, is_class=True)
        if symbol.external:
            return external_type(symbol.external)
        if symbol.kind is SymbolKind.VALUE:
            return self._module_value(symbol)
        return NOTHING

    def _module_value(self, symbol: Symbol) -> Type:
        binding = self.classes.names.bindings(symbol.module).get(symbol.name)
        if isinstance(binding, Definition) and binding.kind is DefinitionKind.CALL:
            made = self.classes.names.resolve(symbol.module, binding.target)
            if made.kind is SymbolKind.CLASS:
                return Type(made.dotted)
            if found := self._functions.get(made.dotted):
                return self.annotations.read(found[0].name, found[1].returns)
        return NOTHING

    def _attribute(self, environment: Environment, expression: Expression) -> Type:
        receiver = expression.parts[0]
        dotted = expression.dotted
        if dotted and not environment.is_local(dotted.partition(".")[0]):
            symbol = self.classes.names.resolve(environment.module.name, dotted)
            is_part = symbol.kind is SymbolKind.VALUE and "." in symbol.name
            if not is_part and (symbol.module or symbol.external):
                return self.type_of_symbol(symbol)
        return self.members.attribute(self.type_of(environment, receiver), expression.text)

    def _call(self, environment: Environment, expression: Expression) -> Type:
        callee = expression.callee
        dotted = callee.dotted
        if dotted and not environment.is_local(dotted.partition(".")[0]):
            symbol = self.classes.names.resolve(environment.module.name, dotted)
            if symbol.kind is SymbolKind.EXTERNAL:
                return self._external_call(environment, symbol.external, expression)
            if symbol.kind is SymbolKind.FUNCTION:
                return self._function_call(symbol)
        made = self.type_of(environment, callee)
        if made.is_class:
            return made.instance
        if found := self._looked_up(environment, expression):
            return found
        if callee.kind is ExpressionKind.ATTRIBUTE:
            return self.members.returned(self.type_of(environment, callee.parts[0]), callee.text)
        return NOTHING

    def _looked_up(self, environment: Environment, call: Expression) -> Type:
        source = looked_up(call, environment.values)
        found = self.type_of(environment, source) if source else NOTHING
        known = found.is_class and self.classes.get(found.name)
        return found.instance if known else NOTHING

    def _function_call(self, symbol: Symbol) -> Type:
        found = self._functions.get(symbol.dotted)
        return self.annotations.read(found[0].name, found[1].returns) if found else NOTHING

    def _external_call(self, environment: Environment, callee: str, expression: Expression) -> Type:
        arguments = expression.arguments
        first = self.type_of(environment, arguments[0]) if arguments else NOTHING
        if callee in ITEM_CALLS:
            return first.element
        if callee in SAME_CALLS:
            return first.instance if callee == "typing.cast" else first
        if callee in LIST_CALLS:
            return list_of(first.element)
        return external_type(f"{callee}()")

    def _subscript(self, environment: Environment, expression: Expression) -> Type:
        value = self.type_of(environment, expression.parts[0])
        sliced = expression.parts[1:2] and expression.parts[1].kind is ExpressionKind.SLICE
        return value if sliced else value.item

    def _operation(self, environment: Environment, expression: Expression) -> Type:
        if expression.text in {"and", "or"}:
            return union(tuple(self.type_of(environment, part) for part in expression.parts))
        if expression.text == "not":
            return Type("builtins.bool")
        first = self.type_of(environment, expression.parts[0])
        return first if first.name.startswith(("builtins.", "decimal.", "datetime.")) else NOTHING

    def _display(self, environment: Environment, expression: Expression) -> Type:
        types = tuple(self.type_of(environment, part) for part in expression.parts)
        if expression.kind is ExpressionKind.TUPLE:
            return Type("builtins.tuple", types)
        return list_of(union(types))

    def _comprehension(self, environment: Environment, expression: Expression) -> Type:
        element, *clauses = expression.parts
        inner = environment
        for clause in clauses:
            target, iterable, *_ = clause.parts
            names = frozenset(p.text for p in target.walk() if p.kind is ExpressionKind.NAME)
            inner = inner.shadowing(names)
            self._learning.bind(inner, target, self.type_of(inner, iterable).element, iterable)
        return list_of(self.type_of(inner, element))


def _by_name(
    structures: Mapping[str, Structure], modules: Mapping[str, Module]
) -> Iterator[tuple[str, tuple[Module, Function]]]:
    for name, structure in structures.items():
        for function in structure.all_functions():
            yield f"{name}.{function.qualname}", (modules[name], function)
