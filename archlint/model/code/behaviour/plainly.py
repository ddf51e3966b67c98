"""Plain forms: what a function does by getters and setters, as if it did it to the fields.

Handing a value to a setter stays the request that it is; what is decided before is no request.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cached_property

from archlint.model.code.behaviour.values import is_copy
from archlint.model.code.classes.fields import self_attribute
from archlint.model.code.classes.functions import ProjectFunction, always_raises
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.facts.bodies import Body
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind
from archlint.model.facts.structure import Function

EnvironmentOf = Callable[[ProjectFunction], Environment]
Reached = Mapping[str, Mapping[str, str]]
"""The fields that methods get or set, by the name of the method and the class's dotted name."""


class Plainly:
    """Rewrites functions, so that `account.get_balance()` reads like `account.balance`."""

    def __init__(self, inference: Inference, functions: Collection[ProjectFunction]) -> None:
        self._classes = inference.classes
        self._functions = functions
        self._type_of = inference.type_of

    def of(self, function: ProjectFunction, environment_of: EnvironmentOf) -> Function:
        """Return the plain form of a function, which mostly is the function itself."""
        if self._rewritten.isdisjoint(function.fact.called):
            return function.fact
        form = _Form(self, environment_of(function))
        plain = tuple(map(form.statement, function.fact.body))
        return replace(function.fact, code=Body.of(plain))

    def field(self, reached: Reached, environment: Environment, call: Expression) -> str:
        """Return the field that a call gets or sets of its receiver, "" where it does neither."""
        known = reached.get(call.callee.text)
        if not known or call.callee.kind is not ExpressionKind.ATTRIBUTE:
            return ""
        members = self._type_of(environment, call.callee.parts[0]).members()
        lineages = ((c.lineage if (c := self._classes.get(m.name)) else ()) for m in members)
        return next((known[c.dotted] for line in lineages for c in line if c.dotted in known), "")

    def raises(self, environment: Environment, call: Expression) -> bool:
        """Whether a call means a function that does nothing but raise."""
        if call.callee.text not in self._raising:
            return False
        symbol = self._classes.names.resolve(environment.module.name, call.callee.dotted or "?")
        return symbol.dotted in self._raising[call.callee.text]

    @cached_property
    def getters(self) -> Reached:
        """The methods that give a field and nothing else."""
        return self._methods(_got)

    @cached_property
    def setters(self) -> Reached:
        """The methods that put what they are given into a field, and do nothing else."""
        return self._methods(_set)

    @cached_property
    def _raising(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for function in self._functions:
            if function.owner is None and always_raises(function.fact):
                name = function.fact.name
                found[name] = found.get(name, frozenset()) | {function.dotted}
        return found

    @cached_property
    def _rewritten(self) -> frozenset[str]:
        return frozenset({*self.getters, *self.setters, *self._raising})

    def _methods(self, field_of: Callable[[Function], str]) -> Reached:
        found: dict[str, dict[str, str]] = {}
        for owner in self._classes:
            for method in owner.fact.methods:
                if not method.decorators and (field := field_of(method)):
                    found.setdefault(method.name, {})[owner.dotted] = field
        return found


class _Form:
    """Rewrites the statements of one function."""

    def __init__(self, plainly: Plainly, environment: Environment) -> None:
        self._plainly = plainly
        self._environment = environment

    def statement(self, statement: Statement) -> Statement:
        whole = statement.expressions[0].unwrapped() if statement.expressions else None
        if statement.kind is StatementKind.DO and whole and whole.kind is ExpressionKind.CALL:
            return self._done(statement, whole)
        return statement._replace(
            expressions=tuple(map(self._expression, statement.expressions)),
            body=tuple(map(self.statement, statement.body)),
            orelse=tuple(map(self.statement, statement.orelse)),
        )

    def _done(self, statement: Statement, call: Expression) -> Statement:
        if self._plainly.raises(self._environment, call):
            return statement._replace(kind=StatementKind.RAISE)
        field = self._plainly.field(self._plainly.setters, self._environment, call)
        if field and len(call.arguments) == 1:
            given = call.arguments[0]
            value = self._expression(
                given.parts[0] if given.kind is ExpressionKind.KEYWORD else given
            )
            target = _attribute(call, field)
            if not is_copy(value, self._environment.values, target):
                return statement._replace(kind=StatementKind.ASSIGN, expressions=(value, target))
        return statement._replace(expressions=(self._expression(call),))

    def _expression(self, expression: Expression) -> Expression:
        if expression.kind is ExpressionKind.CALL and not expression.arguments:
            getters = self._plainly.getters
            if field := self._plainly.field(getters, self._environment, expression):
                return _attribute(expression, field)
        return expression._replace(parts=tuple(map(self._expression, expression.parts)))


def _attribute(call: Expression, field: str) -> Expression:
    receiver = call.callee.parts[0]
    return Expression(ExpressionKind.ATTRIBUTE, field, (receiver,), line=call.line)


def _got(method: Function) -> str:
    if method.own_parameters or len(method.body) != 1:
        return ""
    given = method.body[0]
    is_given = given.kind is StatementKind.RETURN and given.expressions
    return self_attribute(given.expressions[0]) if is_given else ""


def _set(method: Function) -> str:
    if len(method.own_parameters) != 1 or len(method.body) != 1:
        return ""
    done = method.body[0]
    if done.kind is not StatementKind.ASSIGN:
        return ""
    value, *targets = done.expressions
    is_copy = value.kind is ExpressionKind.NAME and value.text == method.own_parameters[0].name
    return self_attribute(targets[0]) if is_copy and len(targets) == 1 else ""
