"""Changes: what a handler does to the state of entities."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.exhibits import Evidence
from archlint.model.code.controller_evidence.origin import Origin
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.sighting import Sighting
from archlint.model.code.controller_evidence.vocabulary import COMMANDING, words
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk

MUTATING = frozenset(
    {"append", "add", "remove", "extend", "insert", "pop", "clear", "sort", "discard", "reverse",
     "difference_update", "intersection_update"}
)  # fmt: skip
DECIDED = frozenset(
    {ExpressionKind.CONSTANT, ExpressionKind.NUMBER, ExpressionKind.STRING, ExpressionKind.CALL,
     ExpressionKind.OPERATION, ExpressionKind.COMPARISON, ExpressionKind.CONDITIONAL,
     ExpressionKind.FORMATTED}
)  # fmt: skip
CHANGED = frozenset({Origin.ACTOR, Origin.GIVEN, Origin.FRESH, Origin.LOADED, Origin.ROW})
GIVING_BACK = frozenset({StatementKind.ASSIGN, StatementKind.RETURN})
MOST_NAMES = 3


class Changes:
    """Reads the changes that one function makes."""

    def __init__(self, piece: Piece) -> None:
        self._body = piece.function.fact.body
        self._origins = piece.origins

    def all(self) -> Iterator[Sighting]:
        """Yield every change to the state of an entity, with what is changed."""
        for statement in walk(self._body):
            yield from self._assigned(statement)
            for call in _calls(statement):
                yield from self._called(statement, call)

    def _assigned(self, statement: Statement) -> Iterator[Sighting]:
        for target, value in _targets(statement):
            place = target.parts[0] if target.kind is ExpressionKind.SUBSCRIPT else target
            if place.kind is not ExpressionKind.ATTRIBUTE:
                continue
            receiver = place.parts[0]
            if self._is_state(receiver):
                yield Sighting(self._manner(receiver, value), statement.line, place)

    def _called(self, statement: Statement, call: Expression) -> Iterator[Sighting]:
        callee = call.callee
        if callee.kind is ExpressionKind.NAME and callee.text == "setattr" and call.arguments:
            if self._is_state(call.arguments[0]):
                yield Sighting(Evidence.COPY, call.line, call.arguments[0])
        elif statement.kind is StatementKind.DO and self._is_collecting(call):
            yield Sighting(Evidence.MUTATE, call.line, callee.parts[0])

    def _is_collecting(self, call: Expression) -> bool:
        """Whether a collection of an entity is changed, as by `order.lines.append(line)`."""
        callee = call.callee
        is_plain = len(call.arguments) <= 1 or callee.text == "insert"
        if callee.kind is not ExpressionKind.ATTRIBUTE or callee.text not in MUTATING:
            return False
        collection = callee.parts[0]
        if not is_plain or collection.kind is not ExpressionKind.ATTRIBUTE:
            return False
        return self._is_state(collection.parts[0]) and not self._origins.access(call)

    def _is_state(self, receiver: Expression) -> bool:
        if receiver.dotted in {"self", "cls"}:
            return False
        origin = self._origins.of(receiver)
        if origin.is_told or (origin.is_loaded and self._origins.is_message(receiver)):
            return self._is_handed_on(receiver.dotted)
        return origin in CHANGED

    def _is_handed_on(self, name: str) -> bool:
        """Whether what a collaborator gave goes back to one after the change."""
        return any(
            any(argument.dotted == name for argument in _arguments(call))
            and self._origins.of(call) >= Origin.ANSWER
            for statement in walk(self._body)
            for call in statement.expressions[:1]
            if statement.kind is StatementKind.DO or _is_command(statement.kind, call)
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


def _is_command(kind: StatementKind, expression: Expression) -> bool:
    """Whether an answer that is used is the answer to an order, as in `x = kept.save(x)`."""
    call = expression.unwrapped()
    is_order = call.kind is ExpressionKind.CALL and words(call.callee.text) & COMMANDING
    return kind in GIVING_BACK and bool(is_order) and bool(call.callee.parts)


def _arguments(expression: Expression) -> tuple[Expression, ...]:
    call = expression.unwrapped()
    if call.kind is not ExpressionKind.CALL:
        return ()
    keyword = ExpressionKind.KEYWORD
    return tuple(a.parts[0] if a.kind is keyword else a for a in call.arguments)
