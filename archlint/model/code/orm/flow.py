"""The flow of values inside one function: which objects of a mapper reach its `return`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from archlint.model.code.inference.environments import Environment
from archlint.model.code.orm.handed import Hands, joined
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind

Known = dict[str, Hands]
Evaluate = Callable[["Flow", Expression], Hands]
DOCUMENT_KEY = "_id"
_PUTTING = frozenset({"append", "extend", "add"})
_JUMPS = frozenset({"break", "continue"})
_LEAVES = frozenset({StatementKind.RETURN, StatementKind.RAISE})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a function hands on at one line."""

    line: int
    hands: Hands
    is_yield: bool = False


@dataclass
class Flow:
    """Follows the statements of a function in order, and joins what branches leave behind.

    `known` is what the local names hold at the point reached; `depth` counts the methods of the
    same object that were stepped into.
    """

    environment: Environment
    evaluate: Evaluate
    depth: int = 0
    known: Known = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)

    def follow(self) -> tuple[Outcome, ...]:
        """Return what the function hands on, line by line."""
        self._body(self.environment.function.body)
        return tuple(self.outcomes)

    def _body(self, body: tuple[Statement, ...]) -> bool:
        """Follow the statements; return whether what stands behind them can be reached."""
        for statement in body:
            self._yields(statement)
            if not self._statement(statement):
                return False
        return True

    def _statement(self, statement: Statement) -> bool:
        kind = statement.kind
        if kind in _LEAVES or (kind is StatementKind.OTHER and statement.text in _JUMPS):
            self._return(statement)
            return False
        if step := self._STEPS.get(kind):
            step(self, statement)
        return True

    def _return(self, statement: Statement) -> None:
        if statement.kind is StatementKind.RETURN and statement.expressions:
            hands = self.evaluate(self, statement.expressions[0])
            if hands:
                self.outcomes.append(Outcome(statement.line, hands))

    def _yields(self, statement: Statement) -> None:
        if not self.environment.function.yields:
            return
        for part in (p for e in statement.expressions for p in e.walk()):
            if part.kind is ExpressionKind.YIELD and part.parts:
                hands = self.evaluate(self, part.parts[0])
                if part.text == "from":
                    hands = joined(one.elements() for one in hands)
                if hands:
                    self.outcomes.append(Outcome(statement.line, hands, is_yield=True))

    def _assign(self, statement: Statement) -> None:
        value, *targets = statement.expressions
        for target in targets:
            self.bind(target, value)
            self._without_key(target)

    def _annotate(self, statement: Statement) -> None:
        target, _, *values = statement.expressions
        for value in values:
            self.bind(target, value)

    def _augment(self, statement: Statement) -> None:
        target, value = statement.expressions
        if target.kind is ExpressionKind.NAME:
            self._add(target.text, self.evaluate(self, value))

    def _do(self, statement: Statement) -> None:
        """Note what `rows.append(row)` puts into a list, and `row.pop("_id")` takes from a row."""
        call = statement.expressions[0].unwrapped()
        if call.kind is not ExpressionKind.CALL or not call.arguments:
            return
        owner, _, method = call.callee.dotted.rpartition(".")
        if owner not in self.known:
            return
        if method in _PUTTING:
            hands = self.evaluate(self, call.arguments[0])
            self._add(owner, tuple(one.many() for one in hands))
        elif method == "pop" and call.arguments[0].text == DOCUMENT_KEY:
            self.known[owner] = ()

    def _delete(self, statement: Statement) -> None:
        for target in statement.expressions:
            self._without_key(target)

    def _without_key(self, target: Expression) -> None:
        """Take a document whose own key is removed or replaced for plain data."""
        if target.kind is ExpressionKind.SUBSCRIPT and target.parts[1].text == DOCUMENT_KEY:
            self.known[target.parts[0].dotted] = ()

    def _add(self, name: str, hands: Hands) -> None:
        self.known[name] = joined((self.known.get(name, ()), hands))

    def _if(self, statement: Statement) -> None:
        there, missing = _tested(statement.expressions[0])
        self._branches([statement.body, statement.orelse], absent=(missing, there))

    def _match(self, statement: Statement) -> None:
        self._branches([(), *(case.body for case in statement.body)])

    def _loop(self, statement: Statement) -> None:
        before = dict(self.known)
        for _ in range(2):
            if statement.kind is StatementKind.FOR:
                target, iterable = statement.expressions
                self.bind_elements(target, iterable)
            self._body(statement.body)
            self._join(before)
        self._body(statement.orelse)

    def _with(self, statement: Statement) -> None:
        for item in statement.expressions:
            if len(item.parts) > 1:
                self.bind(item.parts[1], item.parts[0])
        self._body(statement.body)

    def _try(self, statement: Statement) -> None:
        before = dict(self.known)
        parts: dict[StatementKind, list[tuple[Statement, ...]]] = {}
        for part in statement.orelse:
            parts.setdefault(part.kind, []).append(part.body)
        self._body(statement.body)
        for body in parts.get(StatementKind.ELSE, ()):
            self._body(body)
        after = dict(self.known)
        self._join(before)
        self._branches(parts.get(StatementKind.HANDLER, []), otherwise=after)
        for body in parts.get(StatementKind.FINALLY, ()):
            self._body(body)

    def _branches(
        self,
        bodies: list[tuple[Statement, ...]],
        otherwise: Mapping[str, Hands] | None = None,
        absent: tuple[str, ...] = (),
    ) -> None:
        """Follow each body from here; `absent` names what holds nothing in each."""
        before = dict(self.known)
        left: list[Mapping[str, Hands]] = [otherwise] if otherwise is not None else []
        for index, body in enumerate(bodies):
            self.known = dict(before) | {name: () for name in absent[index : index + 1] if name}
            if self._body(body):
                left.append(self.known)
        self.known = {}
        for known in left or [before]:
            self._join(known)

    def _join(self, other: Mapping[str, Hands]) -> None:
        for name, hands in other.items():
            self._add(name, hands)

    def bind(self, target: Expression, value: Expression) -> None:
        """Note what a name holds from now on; a tuple takes its value apart."""
        if target.kind is ExpressionKind.NAME:
            self.known[target.text] = self.evaluate(self, value)
        elif target.kind in {ExpressionKind.TUPLE, ExpressionKind.LIST}:
            parts = value.parts if value.kind is ExpressionKind.TUPLE else ()
            for index, part in enumerate(target.parts):
                if index < len(parts):
                    self.bind(part, parts[index])
                else:
                    self._forget(part)

    def bind_elements(self, target: Expression, iterable: Expression) -> None:
        """Note what a name holds that takes one element after the other."""
        if target.kind is ExpressionKind.NAME:
            hands = self.evaluate(self, iterable)
            self.known[target.text] = joined(one.elements() for one in hands)
        else:
            self._forget(target)

    def _forget(self, target: Expression) -> None:
        for name in (p.text for p in target.walk() if p.kind is ExpressionKind.NAME):
            self.known[name] = ()

    def inside(self, clauses: tuple[Expression, ...]) -> "Flow":
        """Return the flow inside a comprehension with these clauses."""
        inner = Flow(self.environment, self.evaluate, self.depth, dict(self.known))
        for clause in clauses:
            inner.bind_elements(clause.parts[0], clause.parts[1])
        return inner

    _STEPS: ClassVar[Mapping[StatementKind, Callable[["Flow", Statement], None]]] = {
        StatementKind.ASSIGN: _assign,
        StatementKind.ANNOTATE: _annotate,
        StatementKind.AUGMENT: _augment,
        StatementKind.DO: _do,
        StatementKind.DELETE: _delete,
        StatementKind.IF: _if,
        StatementKind.MATCH: _match,
        StatementKind.FOR: _loop,
        StatementKind.WHILE: _loop,
        StatementKind.WITH: _with,
        StatementKind.TRY: _try,
    }
    """What each kind of statement does to a flow; one table for all, since flows are many."""


def _tested(test: Expression) -> tuple[str, str]:
    """Return the names that a test finds there and missing: `if x`, `if x is None`, `if not x`."""
    if test.kind is ExpressionKind.OPERATION and test.text == "not":
        there, missing = _tested(test.parts[0])
        return missing, there
    if test.kind is ExpressionKind.COMPARISON and test.parts[-1].text == "None":
        name = test.parts[0].dotted
        return ("", name) if test.text in {"is", "=="} else (name, "")
    return test.dotted, ""
