"""Arithmetic: what a handler computes with the values of the domain."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.exhibits import Evidence
from archlint.model.code.controller_evidence.naming import told
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.sighting import Sighting
from archlint.model.code.controller_evidence.vocabulary import (
    NUMERIC,
    PAGING,
    PATHS,
    RESULT,
    TIME,
    words,
)
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, expressions_in, walk

OPERATORS = frozenset({"+", "-", "*", "/", "//", "**", "%"})
TEXTUAL = frozenset(
    {ExpressionKind.STRING, ExpressionKind.FORMATTED, ExpressionKind.LIST, ExpressionKind.TUPLE,
     ExpressionKind.DICT, ExpressionKind.SET, ExpressionKind.BYTES, ExpressionKind.COMPREHENSION}
)  # fmt: skip
TOTALS = frozenset({"total", "count", "number", "num"})
COLLECTING = frozenset({"set", "list", "frozenset", "dict", "str", "tuple", "sorted", "Q", "F"})
BINARY = 2


class Arithmetic:
    """Reads the computations of one function."""

    def __init__(self, piece: Piece) -> None:
        self._body = piece.function.fact.body
        self._origins = piece.origins

    def all(self) -> Iterator[Sighting]:
        """Yield every computation with values of the domain, an expression once."""
        yield from self._augmented()
        inside: set[int] = set()
        for expression in expressions_in(self._body):
            if expression.kind is ExpressionKind.OPERATION and id(expression) not in inside:
                inside |= {id(part) for part in expression.walk()}
                yield from self._operation(expression)
            elif expression.kind is ExpressionKind.CALL and expression.callee.text == "sum":
                yield from self._sum(expression)

    def _augmented(self) -> Iterator[Sighting]:
        for statement in walk(self._body):
            if statement.kind is not StatementKind.AUGMENT or statement.text not in OPERATORS:
                continue
            if subject := self._computed(statement.text, statement.expressions):
                yield Sighting(Evidence.ARITH, statement.line, subject)

    def _operation(self, expression: Expression) -> Iterator[Sighting]:
        operations = (p for p in expression.walk() if p.kind is ExpressionKind.OPERATION)
        for part in operations:
            subject = self._computed(part.text, part.parts) if part.text in OPERATORS else None
            if subject is not None:
                yield Sighting(Evidence.ARITH, part.line, subject)
                return

    def _sum(self, call: Expression) -> Iterator[Sighting]:
        for argument in call.arguments[:1]:
            has_state = any(p.kind is ExpressionKind.ATTRIBUTE for p in argument.walk())
            if has_state and self._origins.of(argument).is_domain:
                summed = argument.parts[0] if argument.parts else argument
                yield Sighting(Evidence.ARITH, call.line, summed)

    def _computed(self, operator: str, operands: tuple[Expression, ...]) -> Expression | None:
        """Return the value of the domain that is computed with, if it is a number."""
        if len(operands) < BINARY or any(map(self._is_no_number, operands)):
            return None
        if operator == "%" and operands[1].kind is not ExpressionKind.NUMBER:
            return None
        subjects = [
            part
            for operand in operands
            for part in _values(operand)
            if self._origins.of(part).is_domain and not words(part.text) & RESULT
        ]
        if not subjects or _is_paging(operator, subjects):
            return None
        is_vague = operator == "+" or self._origins.of(subjects[0]).is_told
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


def _is_paging(operator: str, subjects: list[Expression]) -> bool:
    """Whether only pages are counted; what is left of one total by another is no page."""
    names = {told(subject) for subject in subjects}
    if not all(words(name) & PAGING for name in names):
        return False
    is_between = operator in {"-", "/"} and len(names) > 1
    return not is_between or any(words(name) & PAGING - TOTALS for name in names)


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
