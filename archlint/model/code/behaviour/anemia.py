"""Anemia: an entity that holds data and no behaviour, and the code that behaves for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.culprits import Culprit, culprits
from archlint.model.code.behaviour.kinds import STRONG, MethodKind, kinds_of
from archlint.model.code.behaviour.methods import Method
from archlint.model.code.behaviour.mutations import Outside
from archlint.model.code.behaviour.state import State, state_of
from archlint.model.code.behaviour.values import is_weighing
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.deciding import Verdict
from archlint.model.code.roles.identity import IdentityKind
from archlint.model.code.roles.words import plain, words_of
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
    def is_bare(self) -> bool:
        """Whether it has data and no behaviour, and does not stand in for something missing."""
        stands_in = self.owner.name.startswith(STAND_INS)
        return bool(self.state.data) and not stands_in and not self.has_behaviour

    @property
    def is_anemic(self) -> bool:
        """Whether it has no behaviour because others behave for it.

        One that keeps itself whole is anemic only when others change it, whatever they ask it.
        """
        if not self.is_bare:
            return False
        counted = (c for c in self.culprits if c.written or not self.keeps_invariants)
        return sum(culprit.points for culprit in counted) >= CONFIRMED_AT

    def is_data_only(self, fewest_fields: int) -> bool:
        """Whether it has no behaviour, and none was found outside either.

        What only links two others, notes what is past, or refuses to be built wrongly is let be.
        """
        identity = self.verdict.identity
        is_link = identity is not None and identity.kind is IdentityKind.LINK
        if not self.is_bare or self.is_anemic or len(self.state.data) < fewest_fields:
            return False
        return not (self.keeps_invariants or self.is_record or is_link)


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
    """Return an entity with the functions outside the model that do its work."""
    verdict = role_of(owner)
    state = state_of(owner, verdict.identity)
    touches = (
        touch
        for touch in outside.touches(owner)
        if touch.function.owner is None or role_of(touch.function.owner).role not in MODEL_ROLES
    )
    return Entity(owner, verdict, tuple(culprits(state, touches)))


def families(entities: Iterable[Entity]) -> Iterator[tuple[Entity, tuple[Entity, ...]]]:
    """Yield each entity that inherits from no other of them, with those that inherit from it."""
    known = {found.owner.dotted: found for found in entities}
    for found in known.values():
        if not any(ancestor.dotted in known for ancestor in found.owner.lineage[1:]):
            yield found, tuple(e for e in known.values() if found.owner in e.owner.lineage[1:])
