"""Decisions: the branches of a handler that enforce a rule or follow the state of the domain."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

from archlint.model.code.controller_evidence.acts import Act, Deed
from archlint.model.code.controller_evidence.concerns import Concern, Condition
from archlint.model.code.controller_evidence.conditions import Conditions
from archlint.model.code.controller_evidence.exhibits import Evidence
from archlint.model.code.controller_evidence.origin import Origin
from archlint.model.code.controller_evidence.refusals import is_refusal
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk

Statements = tuple[Statement, ...]
Decision = tuple[Evidence, int, Condition]
DOING = frozenset({Deed.WRITE, Deed.KEEP, Deed.COMMIT, Deed.IO, Deed.COMMAND})
STORED = frozenset({Deed.READ, Deed.WRITE})
STOPS = frozenset({"abort", "fail", "exit"})
HELD = frozenset({Origin.ROW, Origin.GIVEN, Origin.FRESH})
OWN_ACCESS = frozenset({Origin.ROW, Origin.LOADED, Origin.GIVEN})


class End(Enum):
    """How a body ends."""

    REFUSING = "refusing"
    RETURNING = "returning"
    GOING_ON = "going on"


class Decisions:
    """Judges the branches of one function.

    `lines` are those that change an entity, and those that call what always raises.
    """

    def __init__(
        self,
        body: Statements,
        conditions: Conditions,
        acts: tuple[Act, ...],
        lines: tuple[frozenset[int], frozenset[int]],
    ) -> None:
        changed, self._refusing = lines
        self._body = body
        self._conditions = conditions
        self._doing = changed | {act.line for act in acts if act.deed in DOING}
        self._calling = self._doing | {act.line for act in acts if act.deed is Deed.CALL}
        self._making = {act.line for act in acts if act.is_lasting and act.deed is not Deed.IO}
        self._stored = {act.line for act in acts if act.deed in STORED}

    def all(self) -> Iterator[Decision]:
        """Yield every branch that decides on the state of the domain."""
        for statement in walk(self._body):
            if statement.kind in {StatementKind.IF, StatementKind.MATCH}:
                found = self._conditions.of(statement.expressions[0])
                kind = self._kind(statement, found)
                if kind is not None:
                    yield kind, statement.line, self._turned_on(statement, found)

    def _turned_on(self, statement: Statement, found: Condition) -> Condition:
        """Return what a branch turns on: on rows, where who comes in decides which are fetched."""
        is_choice = found.concern is Concern.ACCESS and self._is_split(statement)
        return replace(found, origin=Origin.ROW) if is_choice else found

    def _is_split(self, statement: Statement) -> bool:
        """Whether both ways fetch rows, or one does what the other gives instead."""
        ways = [_lines(way) & self._stored for way in (statement.body, statement.orelse)]
        return all(ways) or (any(ways) and _is_same(statement))

    def _kind(self, statement: Statement, found: Condition) -> Evidence | None:
        """Tell a guard from a branch, and both from what only shows or translates."""
        if found.concern is Concern.NOTHING:
            return None
        if found.concern is Concern.ABSENCE:
            return Evidence.BRANCH if self._is_made(statement) else None
        if statement.kind is StatementKind.MATCH:
            return Evidence.BRANCH if self._is_followed(statement, found) else None
        if self._is_guard(statement, found):
            is_question = found.concern is Concern.ASKED and not found.is_proof
            return Evidence.ASK if is_question else Evidence.GUARD
        if not self._is_followed(statement, found):
            return None
        return Evidence.GUARD if found.is_proof else Evidence.BRANCH

    def _is_made(self, statement: Statement) -> bool:
        """Whether what is not there is made then, instead of saying that it is not there."""
        is_going_on = self._end(statement.body) is End.GOING_ON
        return is_going_on and bool(_lines(statement.body) & self._making)

    def _is_guard(self, statement: Statement, found: Condition) -> bool:
        end = self._end(statement.body)
        if end is End.GOING_ON:
            is_rule = found.concern is Concern.RULE and self._end(statement.orelse) is End.REFUSING
            return is_rule and bool(_lines(statement.body) & self._doing)
        inside = _lines(statement.body)
        if not _is_judged_here(found) or (end is End.RETURNING and inside & self._doing):
            return False
        is_held = end is End.REFUSING and found.origin in HELD
        if is_held and found.concern is not Concern.PRESENCE:
            return True
        going_on = self._calling if end is End.REFUSING else self._doing
        if any(line > max(inside) for line in going_on):
            return True
        return found.concern is not Concern.PRESENCE and self._refuses_after(max(inside))

    def _end(self, body: Statements) -> End:
        last = body[-1] if body else None
        if last is None:
            return End.GOING_ON
        if last.kind is StatementKind.RAISE or _is_stop(last) or last.line in self._refusing:
            return End.REFUSING
        if is_refusal(last):
            return End.REFUSING
        return End.RETURNING if last.kind is StatementKind.RETURN else End.GOING_ON

    def _refuses_after(self, line: int) -> bool:
        """Whether the handler refuses on other grounds later."""
        return any(s.kind is StatementKind.RAISE and s.line > line for s in walk(self._body))

    def _is_followed(self, statement: Statement, found: Condition) -> bool:
        """Whether something is done in one case and not in another."""
        inside = _lines(statement.body) | _lines(statement.orelse)
        if found.concern is Concern.ACCESS:
            is_choice = len(inside & self._stored) > 1 or self._is_split(statement)
            return found.origin >= Origin.ACTOR and is_choice
        if found.concern is not Concern.RULE and not found.origin.is_loaded:
            return False
        return bool(inside & self._doing)


def _is_judged_here(found: Condition) -> bool:
    """Whether the handler takes the decision: access is its business, unless it loads the row."""
    if found.concern in {Concern.ACCESS, Concern.ASKED}:
        return found.origin in OWN_ACCESS
    return found.origin.is_domain


def _lines(body: Statements) -> set[int]:
    """Return the lines on which something stands in a body."""
    found = {statement.line for statement in walk(body)}
    for statement in walk(body):
        for expression in statement.expressions:
            found |= {part.line for part in expression.walk() if part.line}
    return found


def _is_stop(statement: Statement) -> bool:
    if statement.kind is not StatementKind.DO:
        return False
    call = statement.expressions[0].unwrapped()
    return call.kind is ExpressionKind.CALL and call.callee.text in STOPS


def _is_same(statement: Statement) -> bool:
    """Whether both ways of a branch say what one name stands for."""
    return bool(_bound(statement.body) & _bound(statement.orelse))


def _bound(body: Statements) -> set[str]:
    return {
        target.text
        for statement in walk(body)
        if statement.kind is StatementKind.ASSIGN
        for target in statement.expressions[1:]
        if target.kind is ExpressionKind.NAME
    }
