"""Callers: which functions of the project call which."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import expressions_in

EnvironmentOf = Callable[[ProjectFunction], Environment]


class Callers:
    """An index of calls, by the function or method that is called where it is defined."""

    def __init__(
        self,
        functions: Iterable[ProjectFunction],
        environment: EnvironmentOf,
        inference: Inference,
    ) -> None:
        self._environment = environment
        self._inference = inference
        self._classes = inference.classes
        self._index: Mapping[str, list[ProjectFunction]] = self._indexed(functions)

    def of(self, dotted: str) -> tuple[ProjectFunction, ...]:
        """Return the functions that call a function or method, each once, in source order."""
        return tuple(dict.fromkeys(self._index.get(dotted, ())))

    def _indexed(self, functions: Iterable[ProjectFunction]) -> Mapping[str, list[ProjectFunction]]:
        index: dict[str, list[ProjectFunction]] = defaultdict(list)
        for function in functions:
            for called in self._called_by(function):
                index[called].append(function)
        return index

    def _called_by(self, function: ProjectFunction) -> Iterator[str]:
        environment = self._environment(function)
        for expression in expressions_in(function.fact.body):
            if expression.kind is ExpressionKind.CALL:
                yield from self._callees(environment, expression)
        for parameter in function.fact.parameters:
            if parameter.default is not None:
                yield from self._given_to_default(environment, parameter.default)

    def _given_to_default(self, environment: Environment, default: Expression) -> Iterator[str]:
        """Yield the functions that a default names, as `Depends(get_user)` does."""
        for part in default.walk():
            if part.kind is ExpressionKind.CALL:
                yield from self._callees(environment, part)
                for argument in part.arguments:
                    yield from self._function(environment, argument)

    def _callees(self, environment: Environment, call: Expression) -> Iterator[str]:
        callee = call.callee
        yield from self._function(environment, callee)
        if callee.kind is not ExpressionKind.ATTRIBUTE:
            return
        receiver = callee.parts[0]
        if receiver.kind is ExpressionKind.CALL and receiver.callee.text == "super":
            yield from self._inherited(environment, callee.text)
        for member in self._inference.type_of(environment, receiver).members():
            known = self._classes.get(member.name)
            if found := known and known.find_method(callee.text):
                holder, method = found
                yield f"{holder.dotted}.{method.name}"

    def _function(self, environment: Environment, named: Expression) -> Iterator[str]:
        dotted = named.dotted
        if dotted and not environment.is_local(dotted.partition(".")[0]):
            symbol = self._classes.names.resolve(environment.module.name, dotted)
            if symbol.kind is SymbolKind.FUNCTION:
                yield symbol.dotted

    def _inherited(self, environment: Environment, name: str) -> Iterator[str]:
        owner = environment.owner
        for ancestor in owner.lineage[1:] if owner else ():
            if method := ancestor.fact.method(name):
                yield f"{ancestor.dotted}.{method.name}"
                return
