"""What a handler does: changes, commands and calls that reach the store or the outside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from archlint.model.code.controller_evidence.naming import told
from archlint.model.code.controller_evidence.origin import Origin, Sources
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.store import WRITES, Access
from archlint.model.code.controller_evidence.things import Things
from archlint.model.code.controller_evidence.vocabulary import (
    COMMANDING,
    LOOKING_UP,
    SHOWING,
    verb,
    words,
)
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk


class Deed(StrEnum):
    """What an act does."""

    READ = "read"
    WRITE = "write"
    KEEP = "keep"  # a form saves what was filled in
    COMMIT = "commit"
    IO = "io"
    COMMAND = "command"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a handler does, in that line; `thing` is what it writes, where it does.

    `is_lasting` where it is known, and not merely likely by its name, to change something or to
    reach the outside.
    """

    deed: Deed
    line: int
    subject: str
    thing: str = ""
    is_lasting: bool = False


OF_ACCESS = {
    Access.READ: Deed.READ,
    Access.WRITE: Deed.WRITE,
    Access.COMMIT: Deed.COMMIT,
}
OF_OTHERS: Mapping[Deed, str] = MappingProxyType({Deed.IO: "a call to the outside"})
WRITING = frozenset({Deed.WRITE, Deed.KEEP})
LASTING = WRITING | {Deed.IO}
FORMS = frozenset({"form", "forms", "formset", "serializer"})
PERSISTING = frozenset(
    {"save", "add", "create", "delete", "update", "insert", "remove", "store", "persist"}
)
ENTERING = frozenset({"login", "login_user", "auth_login", "sign_in"})
SAVING = frozenset({"commit", "rollback"})


class Acts:
    """Recognises what one function does."""

    def __init__(self, piece: Piece, sources: Sources) -> None:
        self._piece = piece
        self._origins = piece.origins
        self._names = sources.classes.names
        self._callees = sources.callees
        self._effects = sources.effects
        self._things = Things(piece, sources)

    def all(self) -> Iterator[Act]:
        """Yield what the function does, in source order."""
        for statement in walk(self._piece.function.fact.body):
            for expression in statement.expressions:
                yield from self._inside(statement, expression)

    def _inside(self, statement: Statement, expression: Expression) -> Iterator[Act]:
        waiting = [expression]
        while waiting:
            part = waiting.pop()
            inner = part.parts
            if self._origins.is_query(part):
                yield Act(Deed.READ, part.line or statement.line, told(part))
            elif part.kind is ExpressionKind.CALL:
                deed = self._deed(statement, part)
                if deed is not None:
                    yield self._act(deed, statement, part)
                if deed in {Deed.READ, Deed.WRITE, Deed.COMMIT}:
                    inner = part.arguments
            waiting.extend(reversed(inner))

    def _act(self, deed: Deed, statement: Statement, call: Expression) -> Act:
        thing = self._thing(deed, statement, call)
        is_lasting = deed in LASTING or (deed is Deed.COMMAND and self._lasts(call))
        return Act(deed, call.line or statement.line, told(call), thing, is_lasting)

    def _thing(self, deed: Deed, statement: Statement, call: Expression) -> str:
        """Return what is written: of a form, what it gives."""
        targets = statement.expressions[1:] if statement.kind is StatementKind.ASSIGN else ()
        if deed is Deed.KEEP and targets:
            return told(targets[0])
        return self._things.of(call) if deed in WRITING else OF_OTHERS.get(deed, "")

    def _deed(self, statement: Statement, call: Expression) -> Deed | None:
        access = self._origins.access(call)
        if access is not None:
            return OF_ACCESS[access]
        if self._is_saved(call):
            return Deed.WRITE
        if self._is_filled_in(call):
            return Deed.KEEP
        callee = call.callee
        if callee.text in SAVING and callee.kind is ExpressionKind.ATTRIBUTE:
            is_kept = self._origins.of(callee.parts[0]) is Origin.COLLABORATOR
            return Deed.COMMIT if is_kept else None
        if self._is_outside(call):
            return Deed.IO
        return self._told(statement, call)

    def _is_saved(self, call: Expression) -> bool:
        """Whether a row is told to write itself."""
        callee = call.callee
        if callee.kind is not ExpressionKind.ATTRIBUTE:
            return False
        receiver = callee.parts[0]
        origin = self._origins.of(receiver)
        if self._origins.is_worker(receiver):
            return False
        if origin >= Origin.GIVEN and words(callee.text) & PERSISTING and self._is_keeping(call):
            return True
        if callee.text not in WRITES - {"set", "add"}:
            return False
        if origin is Origin.ROW:
            return callee.text in {"save", "delete", "asave", "adelete", "update", "insert"}
        is_own = origin in {Origin.FRESH, Origin.ACTOR, Origin.GIVEN}
        return is_own and callee.text in {"save", "asave", "delete", "adelete", "insert"}

    def _is_filled_in(self, call: Expression) -> bool:
        """Whether a form or a serializer saves what it was filled in with."""
        callee = call.callee
        if callee.kind is not ExpressionKind.ATTRIBUTE or callee.text not in {"save", "asave"}:
            return False
        commit = call.keyword("commit")
        is_kept = commit is None or commit.text != "False"
        return is_kept and bool(words(callee.parts[0].text) & FORMS)

    def _is_keeping(self, call: Expression) -> bool:
        """Whether a method of the project is called that writes to the store itself."""
        callee = self._callees.of(self._piece.environment, call)
        return bool(callee) and self._callees.keeps(callee)

    def _is_outside(self, call: Expression) -> bool:
        piece = self._piece
        return self._effects.exits.are_taken(piece.environment, call, piece.framework)

    def _lasts(self, call: Expression) -> bool:
        return self._effects.lasts(self._piece.environment, call)

    def _told(self, statement: Statement, call: Expression) -> Deed | None:
        """Tell what somebody else is told to do from what he is merely asked."""
        callee = call.callee
        said = words(callee.text)
        if said & SHOWING or _is_lookup(callee.text):
            return None
        is_order = bool(said & COMMANDING) or self._lasts(call)
        if callee.dotted.startswith("self.") and callee.dotted.count(".") == 1:
            return Deed.COMMAND if is_order else None
        if any(self._origins.is_store(argument) for argument in call.arguments):
            return Deed.COMMAND
        if callee.kind is not ExpressionKind.ATTRIBUTE:
            return self._called(call, is_order=is_order)
        receiver = self._origins.of(callee.parts[0])
        if receiver is Origin.COLLABORATOR or receiver >= Origin.ACTOR:
            is_alone = statement.kind is StatementKind.DO and _is_whole(statement, call)
            return Deed.COMMAND if is_order or is_alone else Deed.CALL
        return self._called(call, is_order=is_order)

    def _called(self, call: Expression, *, is_order: bool) -> Deed | None:
        """Tell what calling a function does, or an object that is a function."""
        if self._origins.of(call.callee) is Origin.COLLABORATOR:
            return Deed.COMMAND
        if call.callee.text in ENTERING:
            return Deed.COMMAND
        symbol = self._names.resolve(self._piece.function.module.name, call.callee.dotted or "?")
        is_own = symbol.kind is SymbolKind.FUNCTION or self._lasts(call)
        return Deed.COMMAND if is_own and is_order else None


def _is_lookup(name: str) -> bool:
    """Whether a name asks for something, as `get_save` does and `get_or_create` does not only."""
    said = words(name)
    is_asking = verb(name) in LOOKING_UP and "or" not in said and "and" not in said
    return is_asking or bool(said & LOOKING_UP and not said & COMMANDING)


def _is_whole(statement: Statement, call: Expression) -> bool:
    """Whether a statement is nothing but that call."""
    return statement.expressions[0].unwrapped() is call
