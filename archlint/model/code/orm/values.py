"""What an expression hands on: sources, ways through, and what ends the trail.

An object that a call of anything else makes, or that an attribute or a subscript reads off a row,
is the mapper's no longer. The class that is asked for decides: what a session gives for a class
that is no table is an object of the domain.
"""

from collections.abc import Callable, Mapping

from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.orm.calls import MANAGERS, Calls
from archlint.model.code.orm.flow import Flow, Outcome
from archlint.model.code.orm.handed import Handed, Hands, joined, of_type
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.statements import Selections
from archlint.model.code.orm.tables import Tables
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, walk
from archlint.model.facts.structure import Function


class Values:
    """The evaluation of expressions, for all functions of a project."""

    def __init__(self, inference: Inference, tables: Tables) -> None:
        self._inference = inference
        self._tables = tables
        self._selections = Selections(inference, tables)
        self._calls = Calls(inference, tables, self.of, self.outcomes)
        self._ways: Mapping[ExpressionKind, Callable[[Flow, Expression], Hands]] = {
            ExpressionKind.NAME: self._name,
            ExpressionKind.ATTRIBUTE: self._attribute,
            ExpressionKind.CALL: self._calls.of,
            ExpressionKind.AWAIT: self._awaited,
            ExpressionKind.NAMED: self._named,
            ExpressionKind.CONDITIONAL: lambda f, e: self._any(f, e.parts[1:]),
            ExpressionKind.OPERATION: self._operation,
            ExpressionKind.SUBSCRIPT: self._subscript,
            ExpressionKind.TUPLE: lambda f, e: self._any(f, e.parts),
            ExpressionKind.LIST: self._display,
            ExpressionKind.SET: self._display,
            ExpressionKind.DICT: self._display,
            ExpressionKind.PAIR: lambda f, e: self._any(f, e.parts[1:]),
            ExpressionKind.COMPREHENSION: self._comprehension,
        }

    def outcomes(self, environment: Environment, depth: int = 0) -> tuple[Outcome, ...]:
        """Return what a function hands on, line by line."""
        gives = _gives(environment.function)
        return Flow(environment, self.of, depth).follow() if gives else ()

    def of(self, flow: Flow, expression: Expression) -> Hands:
        """Return what an expression hands on at the point that the flow has reached."""
        way = self._ways.get(expression.kind)
        return way(flow, expression) if way else ()

    def _any(self, flow: Flow, parts: tuple[Expression, ...]) -> Hands:
        return joined(self.of(flow, part) for part in parts)

    def _typed(self, flow: Flow, expression: Expression) -> Hands:
        return of_type(self._tables, self._inference.type_of(flow.environment, expression))

    def _name(self, flow: Flow, expression: Expression) -> Hands:
        if expression.text in flow.known:
            return flow.known[expression.text]
        is_parameter = any(p.name == expression.text for p in flow.environment.function.parameters)
        if flow.environment.is_local(expression.text) and not is_parameter:
            return ()
        return self._typed(flow, expression)

    def _attribute(self, flow: Flow, expression: Expression) -> Hands:
        receiver = expression.parts[0]
        if table := self._selections.table(flow.environment, receiver):
            return self._of_class(table, expression.text)
        hands = self.of(flow, receiver)
        sessions = tuple(h for h in hands if h.kind is Kind.SESSION and _opens(h, expression.text))
        if sessions:
            return sessions
        if expression.text == "items" and any(h.kind is Kind.QUERY for h in hands):
            return joined(h.run() for h in hands)
        return self._typed(flow, expression)

    def _of_class(self, table: str, attribute: str) -> Hands:
        library = self._selections.mapper(table)
        if attribute in MANAGERS or attribute.endswith("_objects"):
            return (Handed(Kind.QUERY, library, table, Kind.MODEL),)
        return ()

    def _awaited(self, flow: Flow, expression: Expression) -> Hands:
        hands = self.of(flow, expression.parts[0])
        return joined(
            one.run() if one.kind is Kind.QUERY and one.library.is_run_by_await else (one,)
            for one in hands
        )

    def _named(self, flow: Flow, expression: Expression) -> Hands:
        flow.known[expression.text] = self.of(flow, expression.parts[0])
        return flow.known[expression.text]

    def _operation(self, flow: Flow, expression: Expression) -> Hands:
        joins = expression.text in {"and", "or", "+", "|", "&"}
        return self._any(flow, expression.parts) if joins else ()

    def _subscript(self, flow: Flow, expression: Expression) -> Hands:
        hands = self.of(flow, expression.parts[0])
        if any(h.kind is Kind.SESSION and _opens(h, "") for h in hands):
            return hands
        if expression.parts[1].kind is ExpressionKind.SLICE:
            return hands
        several = joined(one.elements() for one in hands if one.kind is not Kind.STATEMENT)
        return several or (() if hands else self._typed(flow, expression))

    def _display(self, flow: Flow, expression: Expression) -> Hands:
        return tuple(one.many() for one in self._any(flow, expression.parts))

    def _comprehension(self, flow: Flow, expression: Expression) -> Hands:
        element, *clauses = expression.parts
        hands = self.of(flow.inside(tuple(clauses)), element)
        return tuple(one.many() for one in hands)


def _gives(function: Function) -> bool:
    """Whether calling a function gives anything at all."""
    returned = (s for s in walk(function.body) if s.kind is StatementKind.RETURN)
    return function.yields or any(statement.expressions for statement in returned)


def _opens(session: Handed, attribute: str) -> bool:
    """Whether an attribute of a session is one as well: a collection, or `db.session`."""
    return session.library.title == "MongoDB" or attribute == "session"
