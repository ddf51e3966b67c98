"""What calls hand on: methods of sessions, queries, tables, and of the same object."""

from collections.abc import Callable

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.orm.answers import ONE, RUNS, of_query, of_session
from archlint.model.code.orm.flow import DOCUMENT_KEY, Evaluate, Flow, Outcome
from archlint.model.code.orm.handed import Handed, Hands, joined, of_type
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.statements import Selections
from archlint.model.code.orm.tables import Tables
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Function

MANAGERS = frozenset({"objects", "query", "_default_manager", "_base_manager"})
_LISTS = frozenset({"list", "sorted", "tuple", "set", "frozenset", "reversed", "iter", "filter"})
_RUN_STATEMENT = RUNS | {"scalars", "scalar", "stream_scalars"}
_ASK_BY_CLASS = frozenset(
    {"get", "get_one", "find_one", "query", "find", "get_or_404", "one_or_404"}
)
_DEEPEST = 2


class Calls:
    """The evaluation of calls; `evaluate` is that of all other expressions."""

    def __init__(
        self,
        inference: Inference,
        tables: Tables,
        evaluate: Evaluate,
        outcomes: Callable[[Environment, int], tuple[Outcome, ...]],
    ) -> None:
        self._inference = inference
        self._tables = tables
        self._evaluate = evaluate
        self._outcomes = outcomes
        self._selections = Selections(inference, tables)

    def of(self, flow: Flow, call: Expression) -> Hands:
        """Return what a call hands on at the point that the flow has reached."""
        callee = call.callee
        if callee.kind is ExpressionKind.NAME:
            return self._called_by_name(flow, call)
        if statement := self._selections.built(flow.environment, call):
            return (statement,)
        if callee.kind is not ExpressionKind.ATTRIBUTE:
            return self._called_value(flow, call)
        if statement := self._selections.of_core_table(flow.environment, call):
            return (statement,)
        return self._called_method(flow, call)

    def _called_value(self, flow: Flow, call: Expression) -> Hands:
        """Return what calling the result of a call gives: `session_factory()()`."""
        sessions = tuple(h for h in self._evaluate(flow, call.callee) if h.kind is Kind.SESSION)
        return sessions or self._typed(flow, call)

    def _called_by_name(self, flow: Flow, call: Expression) -> Hands:
        name, arguments = call.callee.text, call.arguments
        if flow.environment.is_local(name):
            return self._called_value(flow, call)
        if name in _LISTS and arguments:
            hands = self._evaluate(flow, arguments[-1] if name == "filter" else arguments[0])
            return tuple(o.many() for o in joined(one.elements() for one in hands))
        if name == "next" and arguments:
            return joined(one.elements() for one in self._evaluate(flow, arguments[0]))
        if statement := self._selections.built(flow.environment, call):
            return (statement,)
        return self._got_or_404(flow, call) or self._called_value(flow, call)

    def _got_or_404(self, flow: Flow, call: Expression) -> Hands:
        if call.callee.text not in {"get_object_or_404", "get_list_or_404"} or not call.arguments:
            return ()
        many = call.callee.text == "get_list_or_404"
        if table := self._selections.table(flow.environment, call.arguments[0]):
            return (Handed(Kind.MODEL, self._selections.mapper(table), table, is_many=many),)
        return ()

    def _called_method(self, flow: Flow, call: Expression) -> Hands:
        receiver, method = call.callee.parts[0], call.callee.text
        if table := self._selections.table(flow.environment, receiver):
            return self._asked_class(flow, call, table)
        hands = self._evaluate(flow, receiver)
        if not hands:
            return self._unknown_receiver(flow, call)
        return joined(self._answer(flow, one, method, call) for one in hands)

    def _asked_class(self, flow: Flow, call: Expression, table: str) -> Hands:
        """Return what a method of a table class gives: its own, or its mapper's."""
        method = call.callee.text
        known = self._inference.classes.get(table)
        if known and known.find_method(method):
            return self._typed(flow, call)
        library = self._selections.mapper(table)
        query = Handed(Kind.QUERY, library, table, Kind.MODEL)
        if method in MANAGERS:  # MongoEngine calls its manager: `User.objects(name=...)`
            return (query,)
        return of_query(query, method) if method in library.starts else ()

    def _answer(self, flow: Flow, one: Handed, method: str, call: Expression) -> Hands:
        if one.kind in {Kind.QUERY, Kind.STATEMENT}:
            query = self._selections.reshaped(one, flow.environment, call)
            return of_query(query, method) if one.kind is Kind.QUERY else (query,)
        if one.kind is Kind.SESSION:
            return self._asked_session(flow, one, method, call)
        return self._typed(flow, call) if one.kind is Kind.MODEL else ()

    def _asked_session(self, flow: Flow, session: Handed, method: str, call: Expression) -> Hands:
        if by_class := self._asked_by_class(flow, call):
            return by_class
        if method == "query":
            query = Handed(Kind.QUERY, session.library)
            return (self._selections.holding(query, flow.environment, call.arguments),)
        if method in _RUN_STATEMENT:
            return self._run(flow, session, call)
        if method in {"merge", "save"} and call.arguments:
            return self._evaluate(flow, call.arguments[0])
        if (
            _leaves_out_key(call)
            or call.keyword("row_factory")
            or (method in _ASK_BY_CLASS and _names_class(call))
        ):
            return ()
        return of_session(session, method)

    def _run(self, flow: Flow, session: Handed, call: Expression) -> Hands:
        """Return what running a statement gives: text gives rows, an unknown statement nothing."""
        statements = self._statement(flow, call)
        method = call.callee.text
        if not statements and _is_text(call.arguments) and method in RUNS:
            if session.library.title in {"asyncpg", "databases"}:
                return ()
            statements = (Handed(Kind.STATEMENT, session.library, gives=Kind.ROW),)
        return joined(_result(session, one, method) for one in statements)

    def _statement(self, flow: Flow, call: Expression) -> Hands:
        hands = self._evaluate(flow, call.arguments[0]) if call.arguments else ()
        return tuple(h for h in hands if h.kind in {Kind.STATEMENT, Kind.QUERY})

    def _asked_by_class(self, flow: Flow, call: Expression) -> Hands:
        """Return what `session.get(User, key)` and its like give, by the class asked for."""
        method, arguments = call.callee.text, call.arguments
        if method not in _ASK_BY_CLASS or not arguments:
            return ()
        table = self._selections.table(flow.environment, arguments[0])
        if not table:
            return ()
        query = Handed(Kind.QUERY, self._selections.mapper(table), table, Kind.MODEL)
        if method == "query":
            return (self._selections.holding(query, flow.environment, arguments),)
        return tuple(o.single() for o in query.run()) if method in ONE else (query,)

    def _unknown_receiver(self, flow: Flow, call: Expression) -> Hands:
        """Return what a method of something unknown gives: the class asked for may still tell."""
        if by_class := self._asked_by_class(flow, call):
            return by_class
        if call.callee.text in _RUN_STATEMENT:
            statements = self._statement(flow, call)
            if statements:
                return joined(_result(one, one, call.callee.text) for one in statements)
        return self._typed(flow, call) or self._own_method(flow, call)

    def _own_method(self, flow: Flow, call: Expression) -> Hands:
        """Return what a method of the same object gives that says nothing of what it returns."""
        receiver, owner = call.callee.parts[0], flow.environment.owner
        found = owner.find_method(call.callee.text) if owner and receiver.text == "self" else None
        if owner is None or found is None or flow.depth >= _DEEPEST:
            return ()
        holder, method = found
        if method.returns is not None or method is flow.environment.function:
            return ()
        return self._stepped_into(holder, method, owner, flow.depth + 1)

    def _stepped_into(
        self, holder: ProjectClass, method: Function, owner: ProjectClass, depth: int
    ) -> Hands:
        environment = self._inference.environment(holder.module, method, owner)
        return joined(o.hands for o in self._outcomes(environment, depth) if not o.is_yield)

    def _typed(self, flow: Flow, expression: Expression) -> Hands:
        return of_type(self._tables, self._inference.type_of(flow.environment, expression))


def _is_text(arguments: tuple[Expression, ...]) -> bool:
    return bool(arguments) and arguments[0].kind in {
        ExpressionKind.STRING,
        ExpressionKind.FORMATTED,
    }


def _result(session: Handed, statement: Handed, method: str) -> Hands:
    """Return what a statement gives when it is run by that method."""
    result = Handed(Kind.QUERY, session.library, statement.target, statement.gives)
    if method == "scalar":
        return tuple(one.single() for one in result.scalars().run())
    return (result.scalars(),) if "scalars" in method else (result,)


def _names_class(call: Expression) -> bool:
    """Whether the first argument looks like a class that is asked for."""
    first = call.arguments[:1]
    return bool(first) and first[0].dotted.rpartition(".")[2][:1].isupper()


def _leaves_out_key(call: Expression) -> bool:
    """Whether a projection asks for documents without their own key: `{"_id": False}`."""
    pairs = (pair for argument in call.arguments for pair in argument.walk())
    return any(
        pair.kind is ExpressionKind.PAIR
        and pair.parts[0].text == DOCUMENT_KEY
        and pair.parts[1].text in {"0", "False"}
        for pair in pairs
    )
