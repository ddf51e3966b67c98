"""The reading of one function of a handler: all that speaks for business logic in it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.acts import WRITING, Act, Acts, Deed
from archlint.model.code.controller_evidence.arithmetic import Arithmetic
from archlint.model.code.controller_evidence.changes import Changes
from archlint.model.code.controller_evidence.concerns import Concern
from archlint.model.code.controller_evidence.conditions import Conditions
from archlint.model.code.controller_evidence.decisions import Decision, Decisions
from archlint.model.code.controller_evidence.exhibits import Evidence, Exhibit
from archlint.model.code.controller_evidence.naming import told
from archlint.model.code.controller_evidence.origin import Origin, Sources
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.sighting import Sighting
from archlint.model.code.controller_evidence.steps import Steps
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, expressions_in, walk

KEEPING = frozenset({Deed.WRITE, Deed.KEEP, Deed.COMMIT, Deed.COMMAND})
ENDS = frozenset({StatementKind.DO, StatementKind.RETURN})
LOOPS = frozenset({StatementKind.FOR, StatementKind.WHILE})
OF_DEEDS: Mapping[Deed, Evidence] = MappingProxyType(
    {
        Deed.READ: Evidence.READ,
        Deed.WRITE: Evidence.WRITE,
        Deed.COMMIT: Evidence.TX,
        Deed.IO: Evidence.IO,
    }
)


class Reading:
    """Reads one piece of a handler."""

    def __init__(self, piece: Piece, sources: Sources) -> None:
        self._piece = piece
        self._sources = sources
        self._body = piece.function.fact.body
        self._acts = tuple(Acts(piece, sources).all())
        self.steps = Steps(self._body, self._acts)
        self._is_acting = any(act.deed in KEEPING for act in self._acts)
        self._changes = tuple(filter(self._is_kept, Changes(piece).all()))
        self._sums = tuple(Arithmetic(piece).all())
        changed = frozenset(change.line for change in self._changes)
        conditions = Conditions(piece, frozenset(self._acting()))
        lines = changed, frozenset(self._refusing())
        self._decisions = tuple(Decisions(self._body, conditions, self._acts, lines).all())

    def exhibits(self) -> Iterator[Exhibit]:
        """Yield what speaks for business logic, kind by kind."""
        for sighting in (*self._changes, *self._sums):
            yield self._of_value(*sighting)
        for kind, line, found in self._decisions:
            if found.value is not None:
                yield self._of_value(kind, line, found.value)
        for act in self._acts:
            if act.deed in OF_DEEDS:
                yield self.exhibit(OF_DEEDS[act.deed], act.line, act.subject)
        yield from self._loops()
        yield from self._loads()

    def writes(self) -> Iterator[Act]:
        """Yield what the function writes, in source order."""
        yield from (act for act in self._acts if act.thing)

    def kept(self) -> Iterator[Exhibit]:
        """Yield what is written, by whomever it is saved."""
        for act in self._acts:
            if act.deed in WRITING:
                yield self.exhibit(Evidence.WRITE, act.line, act.subject)

    def exhibit(self, kind: Evidence, line: int, subject: str, owner: str = "") -> Exhibit:
        """Return something that was seen in that line of this function."""
        return Exhibit(kind, self._piece.function.module.path, line, subject, owner)

    def _of_value(self, kind: Evidence, line: int, value: Expression) -> Exhibit:
        known = self._class_of(value)
        is_home = known is not None and self._sources.is_of_core(known)
        return self.exhibit(kind, line, told(value), known.name if known and is_home else "")

    def _loops(self) -> Iterator[Exhibit]:
        """Yield the loops in which something is changed, computed or written."""
        working = {act.line for act in self._acts if act.deed is Deed.WRITE}
        working |= {sighting.line for sighting in (*self._changes, *self._sums)}
        for statement in walk(self._body):
            inside = {inner.line for inner in walk(statement.body)}
            inside |= {e.line for e in expressions_in(statement.body)}
            if statement.kind in LOOPS and inside & working:
                over = told(statement.expressions[-1]) or "what it gathered"
                yield self.exhibit(Evidence.LOOP, statement.line, over)

    def _loads(self) -> Iterator[Exhibit]:
        """Yield the first value that the handler fetches from the store and decides on."""
        for _, line, found in filter(self._is_loaded, self._decisions):
            yield self.exhibit(Evidence.LOAD, line, found.subject)
            return
        for change in self._changes:
            is_decided = change.evidence is Evidence.MUTATE
            if is_decided and self._piece.origins.of(change.value).is_loaded:
                yield self.exhibit(Evidence.LOAD, change.line, told(change.value))
                return

    def _is_loaded(self, decision: Decision) -> bool:
        """Whether the handler fetched what it decides on, to act on the decision."""
        _, _, found = decision
        is_state = found.concern >= Concern.PRESENCE or found.concern is Concern.ABSENCE
        is_found = found.origin is Origin.FOUND and is_state
        return found.origin.is_loaded or (is_found and self._is_acting)

    def _refusing(self) -> Iterator[int]:
        """Yield the lines that call what does nothing but raise."""
        for statement in walk(self._body):
            call = statement.expressions[0].unwrapped() if statement.expressions else None
            if call and statement.kind in ENDS and call.kind is ExpressionKind.CALL:
                callee = self._sources.callees.of(self._piece.environment, call)
                if callee and self._sources.callees.refuses(callee):
                    yield statement.line

    def _acting(self) -> Iterator[str]:
        """Yield the names of those whose own record the handler changes or saves."""
        for change in self._changes:
            yield change.value.dotted.partition(".")[0]
        for call in expressions_in(self._body):
            if call.kind is ExpressionKind.CALL and self._piece.origins.access(call):
                yield from (a.text for a in call.arguments if a.kind is ExpressionKind.NAME)

    def _is_kept(self, change: Sighting) -> bool:
        """Whether a change lasts: something is saved or told, or a declared field is changed."""
        if self._is_acting:
            return True
        known = self._class_of(change.value)
        return known is not None and any(f.name == change.value.text for f in known.fields)

    def _class_of(self, value: Expression) -> ProjectClass | None:
        """Return the class of the project whose state a value is."""
        while value.kind is ExpressionKind.CALL:
            value = value.arguments[0] if value.callee.text == "len" else value.callee
        if value.kind is not ExpressionKind.ATTRIBUTE:
            return None
        found = self._sources.inference.type_of(self._piece.environment, value.parts[0])
        return self._sources.classes.get(found.name)
