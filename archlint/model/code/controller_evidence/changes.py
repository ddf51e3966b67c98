"""Changes: what a handler does to the state of entities, and with which values it computes."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.conditions import told
from archlint.model.code.controller_evidence.exhibits import Evidence
from archlint.model.code.controller_evidence.origin import Origin
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.vocabulary import (
    NUMERIC,
    PAGING,
    PATHS,
    RESULT,
    TIME,
    words,
)
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_in, walk

Seen = tuple[Evidence, int, Expression]
MUTATING = frozenset(
    {"append", "add", "remove", "extend", "insert", "pop", "clear", "sort", "discard", "reverse",
     "difference_update", "intersection_update"}
)  # fmt: skip
DECIDED = frozenset(
    {ExpressionKind.CONSTANT, ExpressionKind.NUMBER, ExpressionKind.STRING, ExpressionKind.OPERATION,
     ExpressionKind.CALL, ExpressionKind.COMPARISON, ExpressionKind.CONDITIONAL,
     ExpressionKind.FORMATTED}
)  # fmt: skip
TEXTUAL = frozenset(
    {ExpressionKind.STRING, ExpressionKind.FORMATTED, ExpressionKind.LIST, ExpressionKind.TUPLE,
     ExpressionKind.DICT, ExpressionKind.SET, ExpressionKind.BYTES, ExpressionKind.COMPREHENSION}
)  # fmt: skip
COLLECTING = frozenset({"set", "list", "frozenset", "dict", "str", "tuple", "sorted", "Q", "F"})
MOST_NAMES = 3
ARITHMETIC = frozenset({"+", "-", "*", "/", "//", "**", "%"})
CHANGED = frozenset({Origin.ACTOR, Origin.GIVEN, Origin.LOADED, Origin.ROW})


class Changes:
    """Reads the changes and the arithmetic of one function."""

    def __init__(self, piece: Piece) -> None:
        self._body = piece.function.fact.body
        self._origins = piece.origins
        self._environment = piece.environment

    def mutations(self) -> Iterator[Seen]:
        """Yield every change to the state of an entity, with what is changed."""
        for statement in walk(self._body):
            yield from self._assigned(statement)
            for call in _calls(statement):
                yield from self._called(statement, call)

    def _assigned(self, statement: Statement) -> Iterator[Seen]:
        for target, value in _targets(statement):
            place = target.parts[0] if target.kind is ExpressionKind.SUBSCRIPT else target
            if place.kind is not ExpressionKind.ATTRIBUTE:
                continue
            receiver = place.parts[0]
            if self._is_state(receiver):
                kind = self._manner(receiver, value)
                yield kind, statement.line, place

    def _called(self, statement: Statement, call: Expression) -> Iterator[Seen]:
        callee = call.callee
        if callee.kind is ExpressionKind.NAME and callee.text == "setattr" and call.arguments:
            receiver = call.arguments[0]
            if self._is_state(receiver):
                yield Evidence.COPY, call.line, receiver
            return
        is_plain = len(call.arguments) <= 1 or callee.text == "insert"
        if callee.text not in MUTATING or not is_plain or statement.kind is not StatementKind.DO:
            return
        collection = callee.parts[0] if callee.kind is ExpressionKind.ATTRIBUTE else callee
        if collection.kind is ExpressionKind.ATTRIBUTE and self._is_state(collection.parts[0]):
            if not self._origins.access(call):
                yield Evidence.MUTATE, call.line, collection

    def _is_state(self, receiver: Expression) -> bool:
        if receiver.dotted in {"self", "cls"}:
            return False
        origin = self._origins.of(receiver)
        if origin is Origin.ANSWER:
            return self._is_handed_on(receiver.dotted)
        return origin in CHANGED or origin is Origin.FRESH

    def _is_handed_on(self, name: str) -> bool:
        """Whether what a collaborator gave goes back to one after the change."""
        return any(
            statement.kind is StatementKind.DO
            and any(argument.dotted == name for argument in _arguments(statement.expressions[0]))
            and self._origins.of(statement.expressions[0]) >= Origin.ANSWER
            for statement in walk(self._body)
        )

    def _manner(self, receiver: Expression, value: Expression | None) -> Evidence:
        """Tell a change that was decided here from what the request says, copied."""
        if value is None:
            return Evidence.MUTATE
        is_new = self._origins.of(receiver) is Origin.FRESH
        return Evidence.MUTATE if not is_new and self._is_decided(value) else Evidence.COPY

    def _is_decided(self, value: Expression, depth: int = 0) -> bool:
        """Whether a value was made up here: a state, a sum, the answer of someone asked."""
        value = value.unwrapped()
        origin = self._origins.of(value)
        values = self._origins.values_of(value.text)
        if value.kind is ExpressionKind.NAME and values and depth < MOST_NAMES:
            return any(self._is_decided(v, depth + 1) for v in values) or origin.is_domain
        if value.kind in DECIDED:
            return origin not in {Origin.INPUT, Origin.BUILT}
        is_constant = value.dotted[:1].isupper() and not origin
        return is_constant or origin.is_domain

    def arithmetic(self) -> Iterator[Seen]:
        """Yield every computation with values of the domain."""
        for statement in walk(self._body):
            if statement.kind is StatementKind.AUGMENT and statement.text in ARITHMETIC:
                target, value = statement.expressions
                if subject := self._computed(statement.text, (target, value)):
                    yield Evidence.ARITH, statement.line, subject
        inside: set[int] = set()
        for expression in expressions_in(self._body):
            if expression.kind is ExpressionKind.OPERATION and id(expression) not in inside:
                inside |= {id(part) for part in expression.walk()}
                yield from self._operation(expression)
            elif expression.kind is ExpressionKind.CALL and expression.callee.text == "sum":
                yield from self._sum(expression)

    def _operation(self, expression: Expression) -> Iterator[Seen]:
        for part in expression.walk():
            if part.kind is ExpressionKind.OPERATION and part.text in ARITHMETIC:
                if subject := self._computed(part.text, part.parts):
                    yield Evidence.ARITH, part.line, subject
                    return

    def _sum(self, call: Expression) -> Iterator[Seen]:
        for argument in call.arguments[:1]:
            has_state = any(p.kind is ExpressionKind.ATTRIBUTE for p in argument.walk())
            if has_state and self._origins.of(argument).is_domain:
                yield Evidence.ARITH, call.line, argument.parts[0] if argument.parts else argument

    def _computed(self, operator: str, operands: tuple[Expression, ...]) -> Expression | None:
        """Return the value of the domain that is computed with, if it is a number."""
        if len(operands) < 2 or any(map(self._is_no_number, operands)):  # noqa: PLR2004
            return None
        if operator == "%" and operands[1].kind is not ExpressionKind.NUMBER:
            return None
        subjects = [
            part
            for operand in operands
            for part in _values(operand)
            if self._origins.of(part).is_domain and not words(part.text) & RESULT
        ]
        if not subjects or all(words(told(s)) & PAGING for s in subjects):
            return None
        is_vague = operator == "+" or self._origins.of(subjects[0]) is Origin.ANSWER
        if is_vague and not any(map(self._is_number, operands)):
            return None
        return subjects[0]

    def _is_no_number(self, operand: Expression) -> bool:
        if operand.kind in TEXTUAL:
            return True
        if operand.kind is ExpressionKind.CALL and operand.callee.text in COLLECTING:
            return True
        return any(words(name) & (TIME | PATHS) for name in _last_names(operand))

    def _is_number(self, operand: Expression) -> bool:
        if operand.kind is ExpressionKind.NUMBER:
            return True
        if operand.kind is ExpressionKind.OPERATION:
            return any(map(self._is_number, operand.parts)) or operand.text in {"*", "-", "/"}
        return any(words(name) & NUMERIC for name in _last_names(operand))


def _targets(statement: Statement) -> Iterator[tuple[Expression, Expression | None]]:
    expressions = statement.expressions
    if statement.kind is StatementKind.ASSIGN:
        for target in expressions[1:]:
            yield target, expressions[0]
    elif statement.kind is StatementKind.AUGMENT:
        yield expressions[0], None


def _calls(statement: Statement) -> Iterator[Expression]:
    for expression in statement.expressions:
        yield from (part for part in expression.walk() if part.kind is ExpressionKind.CALL)


def _arguments(expression: Expression) -> tuple[Expression, ...]:
    call = expression.unwrapped()
    if call.kind is not ExpressionKind.CALL:
        return ()
    keyword = ExpressionKind.KEYWORD
    return tuple(a.parts[0] if a.kind is keyword else a for a in call.arguments)


def _values(operand: Expression) -> Iterator[Expression]:
    """Yield the numbers that an operand is made of, casts and calls taken off."""
    waiting = [operand]
    while waiting:
        part = waiting.pop().unwrapped()
        if part.kind is ExpressionKind.CALL and part.callee.kind is ExpressionKind.NAME:
            waiting.extend(part.arguments if part.callee.text != "len" else ())
        elif part.kind in {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE, ExpressionKind.CALL}:
            yield part
        elif part.kind in {ExpressionKind.OPERATION, ExpressionKind.CONDITIONAL}:
            waiting.extend(part.parts)


def _last_names(operand: Expression) -> Iterator[str]:
    for part in _values(operand):
        yield part.callee.text if part.kind is ExpressionKind.CALL else part.text
