"""Things: what a handler writes, so that several steps can be told from one."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.naming import told
from archlint.model.code.controller_evidence.origin import Sources
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.vocabulary import words
from archlint.model.facts.expressions import Expression, ExpressionKind

NAMED = frozenset({ExpressionKind.NAME, ExpressionKind.ATTRIBUTE})
VAGUE = frozenset(
    {"obj", "object", "instance", "item", "row", "entry", "record", "data", "model", "new", "db",
     "session", "self", "existing", "result", "entity", "doc", "document", "updated", "created",
     "query", "it", "to", "statement", "stmt"}
)  # fmt: skip
KEEPERS = frozenset({"session", "db", "conn", "connection", "engine"})
CHAINED = frozenset({ExpressionKind.CALL, ExpressionKind.ATTRIBUTE, ExpressionKind.AWAIT})


class Things:
    """Names what the calls of one function write, by its class where that is known."""

    def __init__(self, piece: Piece, sources: Sources) -> None:
        self._environment = piece.environment
        self._origins = piece.origins
        self._sources = sources

    def of(self, call: Expression) -> str:
        """Return what a call writes: the class of a row, a table, or a name."""
        candidates = [*self._candidates(call)]
        known = (self._class_of(candidate) for candidate in candidates)
        return next(filter(None, known), "") or next(filter(None, map(told, candidates)), "")

    def _candidates(self, call: Expression) -> Iterator[Expression]:
        """Yield what could be written, the likeliest first."""
        receiver = call.callee.parts[0] if call.callee.parts else call
        if words(receiver.text) & KEEPERS or self._origins.is_store(receiver):
            handed = (p for argument in call.arguments[:1] for p in argument.walk())
            yield from (p for p in handed if p.kind in {*NAMED, *CHAINED})
        while receiver.kind in CHAINED:
            yield receiver
            receiver = receiver.parts[0]
        yield receiver

    def _class_of(self, value: Expression) -> str:
        """Return the name of the table or entity that a value is an instance of, or is itself."""
        found = self._sources.inference.type_of(self._environment, value)
        for member in found.members():
            known = self._sources.classes.get(member.name)
            if known and self._sources.is_entity(known):
                return known.name
        return ""


def is_other(thing: str, first: str) -> bool:
    """Whether two names mean different things; a variable is often named after its class."""
    if thing == first:
        return False
    if thing[:1].isupper() and first[:1].isupper():
        return True
    if words(thing) <= VAGUE or words(first) <= VAGUE:
        return False
    return not (_squeezed(first).endswith(_tail(thing)) or _squeezed(thing).endswith(_tail(first)))


def _squeezed(name: str) -> str:
    return name.lower().replace("_", "")


def _tail(name: str) -> str:
    """Return the last word of a variable, and the whole name of a class."""
    return _squeezed(name if name[:1].isupper() else name.rpartition("_")[2])
