"""Anemia: an entity that holds data and no behaviour, and the code that behaves for it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from archlint.model.code.behaviour import STRONG, MethodKind, kinds_of
from archlint.model.code.classes import ProjectClass
from archlint.model.code.culprits import Culprit, culprits
from archlint.model.code.identity import IdentityKind
from archlint.model.code.methods import Method
from archlint.model.code.mutations import Outside
from archlint.model.code.role_words import plain, words_of
from archlint.model.code.roles import ClassRole, Verdict
from archlint.model.code.state import State, state_of
from archlint.model.code.values import is_weighing
from archlint.model.facts.expressions import ExpressionKind

RECORD_WORDS = frozenset(
    {"log", "logs", "history", "histories", "audit", "audits", "entry", "entries", "snapshot",
     "snapshots", "outbox", "inbox", "config", "configuration", "settings", "setting", "record",
     "records", "trail", "metric", "metrics", "statistic", "statistics", "logging"}
)  # fmt: skip
STAND_INS = ("Null", "Anonymous", "Empty", "Missing", "Fake", "Dummy")
MODEL_ROLES = frozenset(
    {ClassRole.ENTITY, ClassRole.AGGREGATE_ROOT, ClassRole.SNAPSHOT, ClassRole.VALUE_OBJECT,
     ClassRole.SEEDWORK}
)  # fmt: skip
CONFIRMED_AT = 1.0
"""Points of outside behaviour at which a class without behaviour is anemic beyond doubt."""


class Degree(StrEnum):
    """CONFIRMED: its behaviour was found outside. DATA_ONLY: nothing was found at all."""

    CONFIRMED = "confirmed"
    DATA_ONLY = "data-only"


@dataclass(frozen=True)
class Entity:
    """An entity with what it does and what others do to it."""

    owner: ProjectClass
    verdict: Verdict
    culprits: tuple[Culprit, ...]

    @cached_property
    def state(self) -> State:
        """Its fields, by what they are for."""
        return state_of(self.owner, self.verdict.identity)

    @cached_property
    def methods(self) -> tuple[tuple[Method, MethodKind], ...]:
        """Its methods, inherited ones included, with what each does."""
        return tuple(kinds_of(self.owner, self.state))

    @cached_property
    def has_behaviour(self) -> bool:
        """Whether a public method decides, computes, guards or makes a transition."""
        return any(kind in STRONG and method.fact.is_public for method, kind in self.methods)

    @cached_property
    def keeps_invariants(self) -> bool:
        """Whether it refuses to be built wrongly, or records what happens to it."""
        return any(_keeps(method, kind) for method, kind in self.methods) or any(
            field.value is not None and field.value.keyword("validator") is not None
            for field in self.owner.fields
            if field.value is not None and field.value.kind is ExpressionKind.CALL
        )

    @property
    def is_record(self) -> bool:
        """Whether its name or file says that it is a note of something past, never changed."""
        file = self.owner.module.path.removesuffix(".py").rpartition("/")[2]
        words = {word.lower() for word in words_of(self.owner.name)[-1:]} | {plain(file)}
        return bool(words & RECORD_WORDS)

    @property
    def points(self) -> float:
        """How much behaviour of its kind lies outside."""
        return sum(culprit.points for culprit in self.culprits)

    def degree(self, fewest_fields: int) -> Degree | None:
        """Return how anemic it is; None when it is not, or when that cannot be told."""
        if self.has_behaviour or self.owner.name.startswith(STAND_INS) or not self.state.data:
            return None
        if self.points >= CONFIRMED_AT:
            return Degree.CONFIRMED
        identity = self.verdict.identity
        is_link = identity is not None and identity.kind is IdentityKind.LINK
        if self.keeps_invariants or self.is_record or is_link:
            return None
        return Degree.DATA_ONLY if len(self.state.data) >= fewest_fields else None


def _keeps(method: Method, kind: MethodKind) -> bool:
    if kind in {MethodKind.VALIDATOR, MethodKind.FACTORY_EVENT}:
        return True
    if kind is not MethodKind.CONSTRUCTOR:
        return False
    own = {field.name for field in method.holder.own_fields}
    if not own & set(method.state.data):
        return False
    computes = any(is_weighing(part) for part in method.expressions)
    return method.guards or computes or method.records_event


def entity(
    owner: ProjectClass,
    role_of: Callable[[ProjectClass], Verdict],
    outside: Outside,
) -> Entity:
    """Return an entity with the functions outside that do its work."""
    verdict = role_of(owner)
    state = state_of(owner, verdict.identity)
    touches = (
        touch
        for touch in outside.touches(owner)
        if touch.function.owner is None or role_of(touch.function.owner).role not in MODEL_ROLES
    )
    return Entity(owner, verdict, tuple(culprits(state, touches)))
