"""The scenery of handlers: what the names in decorators and registrations stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.handlers.receivers import Receivers
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.types import Type
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind

INSIDE = ".<locals>."
MOST_WRAPPERS = 4


class Scenery:
    """The functions of a project, and how a name in one of them is followed."""

    def __init__(
        self, functions: tuple[ProjectFunction, ...], classes: Classes, inference: Inference
    ) -> None:
        self.functions = functions
        self.classes = classes
        self.names = classes.names
        self._inference = inference

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], ProjectFunction]:
        """The functions by module and qualified name."""
        return {(f.module.name, f.fact.qualname): f for f in self.functions}

    @cached_property
    def _receivers(self) -> Receivers:
        return Receivers(self.by_name, self.classes, self._inference)

    def around(self, function: ProjectFunction) -> ProjectFunction | None:
        """Return the function in which another is defined."""
        outer, inside, _ = function.fact.qualname.rpartition(INSIDE)
        return self.by_name.get((function.module.name, outer)) if inside else None

    def decorators(self, function: ProjectFunction) -> Iterator[tuple[Expression, str]]:
        """Yield each decorator with each full name that it may have, called or not.

        What a decorator is given to call, as in `@guarded(router.get, "/")`, counts as one too.
        """
        for decorator in function.fact.decorators:
            for callee in _named_by(decorator):
                for name in self.full_names(function.module.name, self.around(function), callee):
                    yield decorator, name
                for name in self._of_own_class(function, callee):
                    yield decorator, name

    def full_names(
        self, module: str, scope: ProjectFunction | None, callee: Expression
    ) -> Iterator[str]:
        """Yield the names under which others know what an expression stands for.

        What belongs to an instance is named after its class and all that it inherits from:
        `fastapi.APIRouter.get` for the `get` of a router.
        """
        if environment := self._binding(scope, callee):
            yield from self._of_value(environment, callee)
            return
        symbol = self.names.resolve(module, callee.dotted) if callee.dotted else None
        if symbol and symbol.external:
            yield symbol.external
        elif symbol and symbol.kind in {SymbolKind.CLASS, SymbolKind.FUNCTION}:
            yield symbol.dotted
        elif callee.kind is ExpressionKind.ATTRIBUTE:
            yield from self._of_member(module, callee)

    def _binding(self, scope: ProjectFunction | None, callee: Expression) -> Environment | None:
        """Return the surroundings that bind the first name of an expression, if a function does."""
        head = callee.dotted.partition(".")[0]
        while scope is not None:
            environment = self._inference.environment(scope.module, scope.fact, scope.owner)
            if environment.is_local(head):
                return environment
            scope = self.around(scope)
        return None

    def _of_value(self, environment: Environment, callee: Expression) -> Iterator[str]:
        if callee.kind is ExpressionKind.ATTRIBUTE:
            receiver = self._receivers.inside(environment, callee.parts[0])
            yield from (f"{name}.{callee.text}" for name in self._class_names(receiver))

    def _of_own_class(self, function: ProjectFunction, callee: Expression) -> Iterator[str]:
        """Yield the names of what the body of a class binds and decorates its own methods with."""
        if function.owner is None or callee.kind is not ExpressionKind.ATTRIBUTE:
            return
        head = callee.parts[0].dotted
        found = self._receivers.of_class(function.owner, head)
        yield from (f"{name}.{callee.text}" for name in self._class_names(found))
        for method in function.owner.fact.methods:
            if method.name == head and method.line < function.fact.line:
                earlier = replace(function, fact=method)
                yield from (f"{name}.{callee.text}" for _, name in self.decorators(earlier))

    def _of_member(self, module: str, callee: Expression) -> Iterator[str]:
        receiver = callee.parts[0]
        symbol = self.names.resolve(module, receiver.dotted)
        if symbol.kind is SymbolKind.FUNCTION:
            made = self.by_name.get((symbol.module, symbol.name))
            decorators = self.decorators(made) if made else ()
            yield from (f"{name}.{callee.text}" for _, name in decorators)
            return
        found = self._receivers.at_top(module, receiver)
        yield from (f"{name}.{callee.text}" for name in self._class_names(found))

    def _class_names(self, found: Type) -> Iterator[str]:
        for member in found.members():
            yield member.name
            if known := self.classes.get(member.name):
                yield from sorted(known.external_ancestors)

    def function_named(
        self, module: str, scope: ProjectFunction | None, value: Expression
    ) -> ProjectFunction | None:
        """Return the function of the project that an expression hands over, wrappers taken off."""
        for _ in range(MOST_WRAPPERS):
            if value.kind is not ExpressionKind.CALL or not value.arguments:
                break
            value = value.arguments[0]
        symbol = self.names.resolve(module, value.dotted) if value.dotted else None
        if symbol and symbol.kind is SymbolKind.FUNCTION:
            return self.by_name.get((symbol.module, symbol.name))
        if value.kind is ExpressionKind.ATTRIBUTE:
            return self._method(module, scope, value)
        return self._inner(scope, value)

    def _inner(self, scope: ProjectFunction | None, value: Expression) -> ProjectFunction | None:
        if scope is None or value.kind is not ExpressionKind.NAME:
            return None
        name = f"{scope.fact.qualname}{INSIDE}{value.text}"
        return self.by_name.get((scope.module.name, name))

    def _method(
        self, module: str, scope: ProjectFunction | None, value: Expression
    ) -> ProjectFunction | None:
        owner = self.class_of(module, scope, value.parts[0])
        return self.method_of(owner, value.text) if owner else None

    def class_of(
        self, module: str, scope: ProjectFunction | None, value: Expression
    ) -> ProjectClass | None:
        """Return the class of the project that an expression names or is an instance of."""
        made = value.callee if value.kind is ExpressionKind.CALL else value
        if environment := self._binding(scope, made):
            return self.classes.get(self._inference.type_of(environment, value).name)
        return self.classes.get(self._inference.type_of_name(module, made.dotted).name)

    def method_of(self, owner: ProjectClass, name: str) -> ProjectFunction | None:
        """Return the nearest definition of a method."""
        found = owner.find_method(name)
        return self.by_name.get((found[0].module.name, found[1].qualname)) if found else None


def _named_by(decorator: Expression) -> Iterator[Expression]:
    if decorator.kind is not ExpressionKind.CALL:
        yield decorator
        return
    yield decorator.callee
    yield from (a for a in decorator.arguments if a.kind is ExpressionKind.ATTRIBUTE)
