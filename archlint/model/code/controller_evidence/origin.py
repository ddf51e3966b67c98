"""An origin: where a value in a handler comes from, as far as its class and its name tell."""

from collections.abc import Callable
from enum import IntEnum

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.effects import Effects
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.types import Type
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.deciding import Verdict


class Origin(IntEnum):
    """Where a value comes from; of several, the greatest counts."""

    NOWHERE = 0  # literals, and what is not known
    BUILT = 1  # put together in the handler
    TRANSPORT = 2  # the request, the response, settings
    INPUT = 3  # what came with the request
    COLLABORATOR = 4  # a service, a repository, a session
    ACTOR = 5  # whoever makes the request
    ANSWER = 6  # what a collaborator gave
    FOUND = 7  # what a collaborator looked up
    GIVEN = 8  # an entity that was loaded before the handler began
    FRESH = 9  # an entity or a row that the handler makes
    LOADED = 10  # what a function gave that was handed the session
    ROW = 11  # what the handler itself fetched from the store

    @property
    def is_domain(self) -> bool:
        """Whether business rules are about such values."""
        return self >= Origin.ANSWER

    @property
    def is_told(self) -> bool:
        """Whether others vouch for the value, who may not be speaking of entities."""
        return self in {Origin.ANSWER, Origin.FOUND}

    @property
    def is_loaded(self) -> bool:
        """Whether the handler saw to the loading itself."""
        return self >= Origin.LOADED


ENTITIES = frozenset({ClassRole.ENTITY, ClassRole.AGGREGATE_ROOT, ClassRole.SNAPSHOT})
WORKERS = frozenset({ClassRole.SERVICE, ClassRole.PORT, ClassRole.SEEDWORK})
MESSAGES = frozenset(
    {ClassRole.DTO, ClassRole.MESSAGE, ClassRole.RECORD, ClassRole.ENUM, ClassRole.VALUE_OBJECT,
     ClassRole.EXCEPTION, ClassRole.FRAMEWORK}
)  # fmt: skip
VALIDATING = frozenset({"pydantic", "marshmallow", "msgspec", "ninja", "attr", "attrs", "sqlmodel"})
RoleOf = Callable[[ProjectClass], Verdict]


class Sources:
    """What the origins of all handlers are worked out from."""

    def __init__(self, inference: Inference, role_of: RoleOf, effects: Effects) -> None:
        self.inference = inference
        self.classes = inference.classes
        self.effects = effects
        self.store = effects.store
        self.callees = effects.callees
        self._role_of = role_of

    def of_type(self, found: Type) -> Origin:
        """Return where a value of that type is from when nothing else is known of it."""
        return max(map(self._of_member, found.members()), default=Origin.NOWHERE)

    def _of_member(self, found: Type) -> Origin:
        known = self.classes.get(found.name)
        if known is None or found.is_class:
            return Origin.NOWHERE
        if self.is_entity(known):
            return Origin.GIVEN
        return Origin.INPUT if self._is_message(known) else Origin.COLLABORATOR

    def is_message(self, found: Type) -> bool:
        """Whether a value of that type only carries what others say of entities."""
        known = [self.classes.get(member.name) for member in found.members()]
        return bool(known) and all(
            owner is not None and not self.is_entity(owner) and self._is_message(owner)
            for owner in known
        )

    def _is_message(self, known: ProjectClass) -> bool:
        """Whether a class only carries what the request says."""
        if self._role_of(known).role in MESSAGES or known.decorator_call("dataclass", "define"):
            return True
        return is_validating(known)

    def is_entity(self, known: ProjectClass) -> bool:
        """Whether a class is an entity, or a table that stands in for one."""
        return self.is_table(known) or self.is_of_core(known)

    def is_of_core(self, known: ProjectClass) -> bool:
        """Whether a class is an entity of the core, where rules may move to."""
        return self._role_of(known).role in ENTITIES

    def made_by(self, known: ProjectClass) -> Origin:
        """Return what calling a class of the project gives."""
        if self.is_entity(known):
            return Origin.FRESH
        is_worker = self._role_of(known).role in WORKERS
        return Origin.COLLABORATOR if is_worker else Origin.BUILT

    def holder(self, symbol: Symbol) -> ProjectClass | None:
        """Return the class of the project that one of its own attributes is asked for."""
        if symbol.kind is SymbolKind.CLASS:
            return self.classes.get(symbol.dotted)
        owner = f"{symbol.module}.{symbol.name.rpartition('.')[0]}"
        return self.classes.get(owner) if symbol.kind is SymbolKind.VALUE else None

    def is_table(self, known: ProjectClass | None) -> bool:
        """Whether a class stands for rows."""
        return known is not None and self.store.tables.mapper_of(known.dotted) is not None

    def is_row(self, found: Type) -> bool:
        """Whether a value of that type is a row, and no request is ever read into one."""
        known = [self.classes.get(member.name) for member in found.members()]
        return bool(known) and all(
            owner is not None and self.is_table(owner) and not is_validating(owner)
            for owner in known
        )

    def answered_by(self, holder: ProjectClass) -> Origin:
        """Return what a method that is called on the class itself gives."""
        if self.is_table(holder):
            return Origin.LOADED
        made = self.made_by(holder)
        return Origin.ANSWER if made is Origin.COLLABORATOR else made


def is_validating(known: ProjectClass) -> bool:
    """Whether instances of a class can be made of what a request says."""
    return any(x.partition(".")[0] in VALIDATING for x in known.external_ancestors)
