"""The residue of a handler: what is left of its body without reading requests and answering."""

from collections.abc import Iterator
from dataclasses import replace

from archlint.model.code.controller_evidence.complexity import Statements, cognitive, statements
from archlint.model.code.controller_evidence.origin import Origin
from archlint.model.code.controller_evidence.origins import Origins
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.vocabulary import SHOWING, words
from archlint.model.facts.bodies import Body
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind

ANSWERS = frozenset({StatementKind.RETURN, StatementKind.RAISE, StatementKind.OTHER,
                     StatementKind.DEFINE})  # fmt: skip
BINDINGS = frozenset({StatementKind.ASSIGN, StatementKind.ANNOTATE, StatementKind.AUGMENT})
ASKED = frozenset({Origin.TRANSPORT, Origin.INPUT, Origin.ACTOR})


class Residue:
    """What is left of one function of a handler."""

    def __init__(self, piece: Piece) -> None:
        self._origins: Origins = piece.origins
        body = tuple(self._left(piece.function.fact.body))
        self.statements = statements(body)
        self.cognitive = cognitive(replace(piece.function.fact, code=Body.of(body), functions=()))

    def _left(self, body: Statements) -> Iterator[Statement]:
        for statement in body:
            if statement.body or statement.orelse:
                yield from self._compound(statement)
            elif not self._is_transport(statement):
                yield statement

    def _compound(self, statement: Statement) -> Iterator[Statement]:
        """Yield a statement with what is left in it, nothing when that is nothing."""
        inside, after = tuple(self._left(statement.body)), tuple(self._left(statement.orelse))
        if inside or after:
            yield statement._replace(body=inside, orelse=after)

    def _is_transport(self, statement: Statement) -> bool:
        if statement.kind in ANSWERS:
            return True
        if statement.kind is StatementKind.DO:
            return self._is_shown(statement.expressions[0].unwrapped())
        if statement.kind not in BINDINGS:
            return False
        value, *targets = statement.expressions
        return self._origins.of(value) in ASKED or any(map(self._is_answer, targets))

    def _is_shown(self, call: Expression) -> bool:
        """Whether something is only shown, logged, or done to the request or the response."""
        if call.kind is not ExpressionKind.CALL:
            return True
        if words(call.callee.text) & SHOWING:
            return True
        is_of = call.callee.kind is ExpressionKind.ATTRIBUTE
        return is_of and self._origins.of(call.callee.parts[0]) is Origin.TRANSPORT

    def _is_answer(self, target: Expression) -> bool:
        """Whether a part of the response is filled in, by a key or an attribute."""
        kinds = {ExpressionKind.SUBSCRIPT, ExpressionKind.ATTRIBUTE}
        built = {Origin.TRANSPORT, Origin.BUILT}
        return target.kind in kinds and self._origins.of(target.parts[0]) in built
