"""Errors: exceptions of frameworks that functions of the core raise or catch."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.frameworks.arrivals import Arrivals
from archlint.model.code.frameworks.bonds import Bonds
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk

_ABORTS = frozenset({"abort"})
"""Functions of web frameworks that do nothing but raise."""


@dataclass(frozen=True, slots=True)
class Thrown:
    """An exception of a library in a line; `verb` says what is done with it.

    `by_way_of` is the class of the project that inherits from it, "" where it is named itself.
    """

    library: Library
    name: str
    line: int
    verb: str  # raises | catches
    by_way_of: str = ""

    @property
    def is_raised(self) -> bool:
        """Whether others have to know it, too."""
        return self.verb == "raises"


@dataclass(frozen=True, slots=True)
class _Seen:
    """An exception as a function spells it."""

    error: Expression
    line: int
    verb: str


@dataclass(frozen=True)
class Errors:
    """Reads functions of the core for the exceptions of libraries that are denied to them."""

    inference: Inference
    arrivals: Arrivals
    bonds: Bonds

    def of(self, function: ProjectFunction) -> Iterator[Thrown]:
        """Yield what a function raises or catches, line by line.

        Who is bound to a library anyway, by a base class or a decorator, may use its exceptions.
        """
        layer = self.arrivals.layer_of(function.module.name)
        found = tuple(_seen(function)) if layer and layer.is_core else ()
        if layer is None or not found:
            return
        environment = self.inference.environment(function.module, function.fact, function.owner)
        for seen in found:
            thrown = self._thrown(layer, environment, seen)
            if thrown and not self.bonds.excuses(function, thrown.library):
                yield thrown

    def _thrown(self, layer: Layer, environment: Environment, seen: _Seen) -> Thrown | None:
        name = self.inference.type_of(environment, seen.error).name or self._aborted(
            environment, seen.error
        )
        if library := self._denied(layer, name):
            return Thrown(library, name.removesuffix("()"), seen.line, seen.verb)
        return self._inherited(layer, name, seen)

    def _inherited(self, layer: Layer, name: str, seen: _Seen) -> Thrown | None:
        """Read a class of the project; one of another layer is told where it is defined."""
        known = self.inference.classes.get(name)
        home = self.arrivals.layer_of(known.module.name) if known else None
        if known is None or (home and (home.is_core or not layer.may_import(home))):
            return None
        for ancestor in known.ancestors:
            if library := self._denied(layer, ancestor.external):
                return Thrown(library, ancestor.external, seen.line, seen.verb, known.dotted)
        return None

    def _aborted(self, environment: Environment, error: Expression) -> str:
        """Return the function that a statement calls in order to raise, "" for any other."""
        dotted = error.callee.dotted if error.kind is ExpressionKind.CALL else ""
        if not dotted or environment.is_local(dotted.partition(".")[0]):
            return ""
        symbol = self.inference.classes.names.resolve(environment.module.name, dotted)
        return symbol.external if symbol.external.rpartition(".")[2] in _ABORTS else ""

    def _denied(self, layer: Layer, external: str) -> Library | None:
        frameworks = self.arrivals.frameworks
        if not external or frameworks.promised(layer, external) is not Policy.DENY:
            return None
        return frameworks.catalog.find(external)


def _seen(function: ProjectFunction) -> Iterator[_Seen]:
    caught = _names_of_caught(function)
    for statement in walk(function.fact.body):
        if statement.kind is StatementKind.RAISE and statement.expressions:
            error = statement.expressions[0]
            if error.dotted not in caught:
                yield _Seen(error, statement.line, "raises")
        elif statement.kind is StatementKind.HANDLER:
            for error in _caught(statement):
                yield _Seen(error, error.line or statement.line, "catches")
        elif statement.kind is StatementKind.DO and _is_abort(statement.expressions[0]):
            yield _Seen(statement.expressions[0], statement.line, "raises")


def _names_of_caught(function: ProjectFunction) -> frozenset[str]:
    handlers = (s for s in walk(function.fact.body) if s.kind is StatementKind.HANDLER)
    return frozenset(handler.text for handler in handlers if handler.text)


def _caught(handler: Statement) -> Iterator[Expression]:
    for error in handler.expressions:
        yield from error.parts if error.kind is ExpressionKind.TUPLE else (error,)


def _is_abort(expression: Expression) -> bool:
    is_call = expression.kind is ExpressionKind.CALL
    return is_call and expression.callee.dotted.rpartition(".")[2] in _ABORTS
