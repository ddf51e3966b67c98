"""Callers: which functions of the project call which."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind

EnvironmentOf = Callable[[ProjectFunction], Environment]


class Callers:
    """An index of calls, by the function or method that is called where it is defined.

    Names are followed for all calls at once. The types of receivers are inferred only of calls
    whose last name is that of a method that somebody asks about.
    """

    def __init__(
        self,
        functions: Iterable[ProjectFunction],
        environment: EnvironmentOf,
        inference: Inference,
    ) -> None:
        self._functions = tuple(functions)
        self._environment = environment
        self._inference = inference
        self._classes = inference.classes
        self._by_receiver: dict[str, Mapping[str, tuple[int, ...]]] = {}

    def of(self, dotted: str) -> tuple[ProjectFunction, ...]:
        """Return the functions that call a function or method, each once, in source order."""
        owner, _, method = dotted.rpartition(".")
        numbers = {*self._named.get(dotted, ())}
        if self._classes.get(owner):
            if method not in self._by_receiver:
                self._by_receiver[method] = self._received(method)
            numbers.update(self._by_receiver[method].get(dotted, ()))
        return tuple(self._functions[number] for number in sorted(numbers))

    @cached_property
    def _named(self) -> Mapping[str, list[int]]:
        """The functions that call a function by a name, by number."""
        index: dict[str, list[int]] = defaultdict(list)
        for number, function in enumerate(self._functions):
            for dotted in _naming(function):
                for called in self._function(function, dotted):
                    index[called].append(number)
        return index

    @cached_property
    def _mentions(self) -> Mapping[str, list[int]]:
        """The functions that call something, by its last name, each once; by number."""
        index: dict[str, list[int]] = defaultdict(list)
        for number, function in enumerate(self._functions):
            for name in {
                *function.fact.called,
                *(call.callee.text for call in _calls_of_defaults(function)),
            }:
                index[name].append(number)
        return index

    def _received(self, method: str) -> Mapping[str, tuple[int, ...]]:
        """Return the functions that call a method of that name, by where it is defined."""
        index: dict[str, list[int]] = defaultdict(list)
        for number in self._mentions.get(method, ()):
            function = self._functions[number]
            for receiver in _receivers(function, method):
                for called in self._methods(self._environment(function), receiver, method):
                    index[called].append(number)
        return {called: tuple(numbers) for called, numbers in index.items()}

    def _methods(self, environment: Environment, receiver: Expression, name: str) -> Iterator[str]:
        if receiver.kind is ExpressionKind.CALL and receiver.callee.text == "super":
            yield from self._inherited(environment, name)
        for member in self._inference.type_of(environment, receiver).members():
            known = self._classes.get(member.name)
            if found := known and known.find_method(name):
                holder, method = found
                yield f"{holder.dotted}.{method.name}"

    def _function(self, function: ProjectFunction, dotted: str) -> Iterator[str]:
        symbol = self._classes.names.resolve(function.module.name, dotted)
        is_function = symbol.kind is SymbolKind.FUNCTION
        if is_function and not self._environment(function).is_local(dotted.partition(".")[0]):
            yield symbol.dotted

    def _inherited(self, environment: Environment, name: str) -> Iterator[str]:
        owner = environment.owner
        for ancestor in owner.lineage[1:] if owner else ():
            if method := ancestor.fact.method(name):
                yield f"{ancestor.dotted}.{method.name}"
                return


def _receivers(function: ProjectFunction, method: str) -> Iterator[Expression]:
    """Yield whose method of that name a function calls; its body is opened for more than names."""
    for callee in function.fact.callees:
        receiver, _, name = callee.rpartition(".")
        if receiver and name == method:
            yield Expression.chain(receiver)
    is_hidden = f".{method}" in function.fact.callees
    for call in chain(function.fact.calls if is_hidden else (), _calls_of_defaults(function)):
        called = call.callee
        if called.kind is ExpressionKind.ATTRIBUTE and called.text == method:
            yield called.parts[0]


def _naming(function: ProjectFunction) -> Iterator[str]:
    """Yield what a function calls, and what it gives to a default, as in `Depends(get_user)`."""
    yield from (callee for callee in function.fact.callees if not callee.startswith("."))
    for call in _calls_of_defaults(function):
        yield from (part.dotted for part in call.parts if part.dotted)


def _calls_of_defaults(function: ProjectFunction) -> Iterator[Expression]:
    """Yield the calls by which the parameters of a function get their defaults."""
    for default in _defaults(function):
        yield from (part for part in default.walk() if part.kind is ExpressionKind.CALL)


def _defaults(function: ProjectFunction) -> Iterator[Expression]:
    for parameter in function.fact.parameters:
        if parameter.default is not None:
            yield parameter.default
