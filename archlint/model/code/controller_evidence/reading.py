"""The reading of a handler: all that speaks for business logic in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.architecture.architecture import DomainModel
from archlint.model.catalog import Catalog
from archlint.model.code.classes import ProjectClass
from archlint.model.code.complexity import cognitive
from archlint.model.code.controller_evidence.acts import Acts, Deed
from archlint.model.code.controller_evidence.changes import Changes, Seen
from archlint.model.code.controller_evidence.conditions import (
    Concern,
    Condition,
    Conditions,
    told,
)
from archlint.model.code.controller_evidence.exhibits import CORE, Evidence, Exhibit, score
from archlint.model.code.controller_evidence.origin import Origin, Sources
from archlint.model.code.controller_evidence.pieces import Piece, Pieces
from archlint.model.code.handlers.handler import Handler
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk

DOING = frozenset({Deed.WRITE, Deed.COMMIT, Deed.IO, Deed.COMMAND})
KEEPING = frozenset({Deed.WRITE, Deed.COMMIT, Deed.COMMAND})
OF_RECORDS = frozenset({Evidence.LOAD, Evidence.TX, Evidence.PERSIST})
"""What is no fault where the entities are tables and save themselves."""

STOPS = frozenset({"abort", "fail", "exit"})


@dataclass(frozen=True, slots=True)
class Case:
    """What speaks for business logic in a handler, and how much it weighs."""

    handler: Handler
    exhibits: tuple[Exhibit, ...]
    cognitive: int

    @property
    def score(self) -> float:
        """The weight of all exhibits."""
        return score(self.exhibits, self.cognitive)

    @property
    def core(self) -> tuple[Exhibit, ...]:
        """The exhibits that are business logic by themselves, the gravest first."""
        return tuple(e for kind in CORE for e in self.exhibits if e.evidence is kind)

    @property
    def in_order(self) -> tuple[Exhibit, ...]:
        """All exhibits, in the order of their lines."""
        return tuple(sorted(self.exhibits, key=lambda e: (e.path, e.line, e.text)))

    @property
    def writes(self) -> bool:
        """Whether the handler changes anything."""
        changing = {Evidence.MUTATE, Evidence.COPY, Evidence.TX}
        return any(exhibit.evidence in changing for exhibit in self.exhibits)


class Court:
    """Gathers the exhibits of each handler."""

    def __init__(
        self, sources: Sources, pieces: Pieces, catalog: Catalog, domain_model: DomainModel
    ) -> None:
        self._sources = sources
        self._pieces = pieces
        self._catalog = catalog
        self._is_active_record = domain_model is DomainModel.ACTIVE_RECORD

    def case(self, handler: Handler) -> Case:
        """Return all that speaks for business logic in a handler."""
        found: list[Exhibit] = []
        reads = 0
        commits = writes = False
        for piece in self._pieces.of(handler):
            reading = _Reading(piece, self._sources, self._catalog, reads)
            found.extend(reading.exhibits())
            reads += sum(1 for act in reading.acts if act.deed is Deed.READ)
            commits |= any(act.deed is Deed.COMMIT for act in reading.acts)
            writes |= any(act.deed is Deed.WRITE for act in reading.acts)
        if writes and not commits:
            first = next(e for e in found if e.evidence is Evidence.PERSIST)
            found.append(Exhibit(Evidence.TX, first.path, first.line, "of its own"))
        if self._is_active_record:
            found = [exhibit for exhibit in found if exhibit.evidence not in OF_RECORDS]
        return Case(handler, tuple(_distinct(found)), cognitive(handler.function.fact))


def _distinct(found: list[Exhibit]) -> Iterator[Exhibit]:
    """Yield each thing once; setting one attribute twice is one change."""
    once = {Evidence.MUTATE, Evidence.GUARD, Evidence.LOAD, Evidence.TX, Evidence.ASK}
    told_of: set[tuple[Evidence, str]] = set()
    for exhibit in found:
        key = (exhibit.evidence, exhibit.subject)
        if exhibit.evidence not in once or key not in told_of:
            told_of.add(key)
            yield exhibit


class _Reading:
    """Reads one piece of a handler."""

    def __init__(self, piece: Piece, sources: Sources, catalog: Catalog, reads: int) -> None:
        self._piece = piece
        self._sources = sources
        self._reads = reads
        self._body = piece.function.fact.body
        self.acts = tuple(Acts(piece, sources.classes, catalog).all())
        changes = Changes(piece)
        self._changes: tuple[Seen, ...] = tuple(filter(self._lasts, changes.mutations()))
        self._sums: tuple[Seen, ...] = tuple(changes.arithmetic())
        self._conditions = Conditions(piece, self._acting())
        self._doing = {act.line for act in self.acts if act.deed in DOING}
        self._doing |= {line for _, line, _ in self._changes}
        self._working = {act.line for act in self.acts if act.deed is Deed.WRITE}
        self._working |= {line for _, line, _ in (*self._changes, *self._sums)}

    def _acting(self) -> frozenset[str]:
        """Return the names of users whose own record the handler changes or saves."""
        roots = {subject.dotted.partition(".")[0] for _, _, subject in self._changes}
        for statement in walk(self._body):
            for expression in statement.expressions:
                roots |= {*self._saved(expression)}
        return frozenset(roots - {"self", ""})

    def _saved(self, expression: Expression) -> Iterator[str]:
        for part in expression.walk():
            if part.kind is ExpressionKind.CALL and self._piece.origins.access(part):
                yield from (a.text for a in part.arguments if a.kind is ExpressionKind.NAME)

    def _lasts(self, seen: Seen) -> bool:
        """Whether a change is kept: something is saved or told, or a known field is changed."""
        if any(act.deed in KEEPING for act in self.acts):
            return True
        _, _, place = seen
        known = self._class_of(place)
        return known is not None and any(field.name == place.text for field in known.fields)

    def exhibits(self) -> Iterator[Exhibit]:
        """Yield what speaks for business logic, by kinds."""
        conditions = [*self._tests()]
        loaded = [c for _, _, c in conditions if c.origin.is_loaded]
        for kind, line, subject in (*self._changes, *self._sums):
            yield self._exhibit(kind, line, told(subject), subject)
        for kind, line, found in conditions:
            yield self._exhibit(kind, line, found.subject)
        yield from self._loops()
        yield from self._stored()
        changed = [s for _, _, s in self._changes if self._piece.origins.of(s).is_loaded]
        if loaded or changed:
            first = loaded[0].subject if loaded else told(changed[0])
            line = next((line for _, line, c in conditions if c.origin.is_loaded), 0)
            line = line or next(line for _, line, s in self._changes if s is changed[0])
            yield self._exhibit(Evidence.LOAD, line, first)

    def _stored(self) -> Iterator[Exhibit]:
        reads = self._reads
        for act in self.acts:
            if act.deed is Deed.READ:
                reads += 1
                if reads > 1:
                    yield self._exhibit(Evidence.PERSIST, act.line, act.subject)
            elif act.deed is Deed.WRITE:
                yield self._exhibit(Evidence.PERSIST, act.line, act.subject)
            elif act.deed is Deed.COMMIT:
                yield self._exhibit(Evidence.TX, act.line, act.subject)
            elif act.deed is Deed.IO:
                yield self._exhibit(Evidence.IO, act.line, act.subject)

    def _loops(self) -> Iterator[Exhibit]:
        for statement in walk(self._body):
            if statement.kind in {StatementKind.FOR, StatementKind.WHILE}:
                if _lines(statement.body) & self._working:
                    what = told(statement.expressions[-1]) or "what it gathered"
                    yield self._exhibit(Evidence.LOOP, statement.line, what)

    def _tests(self) -> Iterator[tuple[Evidence, int, Condition]]:
        for statement in walk(self._body):
            if statement.kind is StatementKind.IF:
                found = self._conditions.of(statement.expressions[0])
                if kind := self._decision(statement, found):
                    yield kind, statement.line, found
            elif statement.kind is StatementKind.MATCH:
                found = self._conditions.of(statement.expressions[0])
                if found.concern is Concern.RULE and _lines(statement.body) & self._doing:
                    yield Evidence.BRANCH, statement.line, found

    def _decision(self, statement: Statement, found: Condition) -> Evidence | None:
        """Tell a guard from a branch, and both from what only shows or translates."""
        if found.concern is Concern.NOTHING:
            return None
        if self._refuses(statement, found):
            return Evidence.ASK if found.concern is Concern.ASKED else Evidence.GUARD
        return self._branch(statement, found)

    def _refuses(self, statement: Statement, found: Condition) -> bool:
        ends = _end(statement.body)
        if ends is None and _end(statement.orelse) == "raise":
            return found.concern is Concern.RULE and bool(_lines(statement.body) & self._doing)
        if ends is None or not self._is_own_business(found):
            return False
        if ends == "raise" and found.origin in {Origin.ROW, Origin.GIVEN, Origin.FRESH}:
            return found.concern is not Concern.PRESENCE or self._acts_after(statement)
        return self._acts_after(statement)

    def _is_own_business(self, found: Condition) -> bool:
        """Whether the handler may not decide this: access is its business, unless it loads."""
        if found.concern is Concern.ACCESS or found.concern is Concern.ASKED:
            return found.origin in {Origin.ROW, Origin.LOADED, Origin.GIVEN}
        return found.origin.is_domain

    def _acts_after(self, statement: Statement) -> bool:
        """Whether the handler goes on to do something, or to refuse on other grounds."""
        last = max(_lines(statement.body))
        calls = {act.line for act in self.acts if act.deed is Deed.CALL}
        goes_on = self._doing | calls if _end(statement.body) == "raise" else self._doing
        if any(line > last for line in goes_on):
            return True
        return any(s.kind is StatementKind.RAISE and s.line > last for s in walk(self._body))

    def _branch(self, statement: Statement, found: Condition) -> Evidence | None:
        inside = _lines(statement.body) | _lines(statement.orelse)
        if found.concern is Concern.ACCESS:
            if found.origin < Origin.ACTOR:
                return None
            reads = {a.line for a in self.acts if a.deed in {Deed.READ, Deed.WRITE}}
            return Evidence.BRANCH if len(inside & reads) > 1 else None
        if found.concern is Concern.PRESENCE and not found.origin.is_loaded:
            return None
        if found.concern is Concern.ASKED and not found.origin.is_loaded:
            return None
        return Evidence.BRANCH if inside & self._doing else None

    def _exhibit(
        self, kind: Evidence, line: int, subject: str, value: Expression | None = None
    ) -> Exhibit:
        path = self._piece.function.module.path
        known = self._class_of(value) if value else None
        return Exhibit(kind, path, line, subject, known.name if known else "")

    def _class_of(self, value: Expression) -> ProjectClass | None:
        """Return the class of the project whose state a value is."""
        if value.kind is not ExpressionKind.ATTRIBUTE:
            return None
        found = self._sources.inference.type_of(self._piece.environment, value.parts[0])
        return self._sources.classes.get(found.name)


def _lines(body: tuple[Statement, ...]) -> set[int]:
    """Return the lines on which something stands in a body."""
    found = {statement.line for statement in walk(body)}
    for statement in walk(body):
        for expression in statement.expressions:
            found |= {part.line for part in expression.walk() if part.line}
    return found


def _end(body: tuple[Statement, ...]) -> str | None:
    """Return how a body ends: by raising, by returning, or not at all."""
    if not body:
        return None
    last = body[-1]
    if last.kind is StatementKind.RAISE:
        return "raise"
    if last.kind is StatementKind.RETURN:
        return "return"
    if last.kind is StatementKind.DO:
        call = last.expressions[0].unwrapped()
        if call.kind is ExpressionKind.CALL and call.callee.text in STOPS:
            return "raise"
    return None
