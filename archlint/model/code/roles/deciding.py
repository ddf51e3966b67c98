"""Roles: what a class is for, decided by a list of which the first hit counts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.classes.instances import Instances
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.orm.tables import Tables
from archlint.model.code.roles import evidence
from archlint.model.code.roles.candidates import Candidate, folders_below
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.identity import Identity, identity_of
from archlint.model.code.roles.keeping import Keeping


@dataclass(frozen=True, slots=True)
class Verdict:
    """The role of a class, and the evidence in words; `identity` is None where none is known.

    `is_chosen` says that the project itself says so, by its settings or a comment.
    """

    role: ClassRole
    reason: str
    identity: Identity | None = None
    is_chosen: bool = False

    @property
    def is_entity(self) -> bool:
        """Whether it is an entity that may change, a root or not."""
        return self.role in {ClassRole.ENTITY, ClassRole.AGGREGATE_ROOT}


Decision = Callable[[Candidate], str]
"""Returns the evidence for a role in words, "" where there is none."""

DECISIONS: tuple[tuple[ClassRole, Decision], ...] = (
    (ClassRole.EXCEPTION, evidence.of_exception),
    (ClassRole.ENUM, evidence.of_enum),
    (ClassRole.RECORD, evidence.of_record),
    (ClassRole.FRAMEWORK, evidence.of_framework),
    (ClassRole.AGGREGATE_ROOT, evidence.of_marked("aggregate_root", "aggregate")),
    (ClassRole.ENTITY, evidence.of_marked("entity")),
    (ClassRole.PORT, evidence.of_port),
    (ClassRole.VALUE_OBJECT, evidence.of_value_object),
    (ClassRole.VALUE_OBJECT, evidence.of_equality),
    (ClassRole.MESSAGE, evidence.of_message),
    (ClassRole.SERVICE, evidence.of_service),
    (ClassRole.MESSAGE, evidence.of_message_folder),
    (ClassRole.SEEDWORK, evidence.of_seedwork),
    (ClassRole.TABLE, evidence.of_table),
    (ClassRole.DTO, evidence.of_schema),
    (ClassRole.DTO, evidence.of_carried),
    (ClassRole.DTO, evidence.of_dto),
    (ClassRole.DTO, evidence.of_vague_dto),
    (ClassRole.VALUE_OBJECT, evidence.of_frozen_value),
    (ClassRole.SNAPSHOT, evidence.of_snapshot),
    (ClassRole.AGGREGATE_ROOT, evidence.of_aggregate_root),
    (ClassRole.ENTITY, evidence.of_entity),
)
UNDECIDED = "nothing says what it is for"
_OUTER = frozenset({Role.ADAPTERS, Role.CONTROLLERS, Role.PERSISTENCE, Role.INFRASTRUCTURE,
                    Role.COMPOSITION})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the project does with its classes; `carried` are those handlers speak of."""

    keeping: Keeping
    instances: Instances
    tables: Tables
    carried: frozenset[str]


class Roles:
    """The roles of the classes of a project; `chosen` returns what the project itself says."""

    def __init__(
        self,
        around: Surroundings,
        layer_of: Callable[[str], Layer | None],
        chosen: Callable[[ProjectClass], tuple[ClassRole, str] | None],
    ) -> None:
        self._around = around
        self._layer_of = layer_of
        self._chosen = chosen
        self._known: dict[str, Verdict] = {}

    def of(self, owner: ProjectClass) -> Verdict:
        """Return the role of a class with the reason for it."""
        if owner.dotted not in self._known:
            self._known[owner.dotted] = self._chosen_for(owner) or self._decided(owner)
        return self._known[owner.dotted]

    @cached_property
    def _files_of_tables(self) -> frozenset[str]:
        return frozenset(table.module.name for table in self._around.tables)

    def _chosen_for(self, owner: ProjectClass) -> Verdict | None:
        choice = self._chosen(owner)
        identity = identity_of(owner, self._around.keeping.keys) if choice else None
        return choice and Verdict(*choice, identity, is_chosen=True)

    def _decided(self, owner: ProjectClass) -> Verdict:
        candidate = self._candidate(owner)
        for role, decide in DECISIONS:
            if reason := decide(candidate):
                return Verdict(role, reason, candidate.identity)
        return Verdict(ClassRole.OTHER, UNDECIDED, candidate.identity)

    def _candidate(self, owner: ProjectClass) -> Candidate:
        layer = self._layer_of(owner.module.name)
        role = layer.role if layer else None
        kept_by = self._around.keeping.roots.get(owner.dotted, "")
        return Candidate(
            owner=owner,
            identity=identity_of(owner, self._around.keeping.keys),
            folders=folders_below(owner.module, layer),
            is_domain=role is Role.DOMAIN,
            is_outer=role in _OUTER,
            is_table=self._around.tables.mapper_of(owner.dotted) is not None,
            lies_by_tables=owner.module.name in self._files_of_tables,
            kept_by=kept_by,
            is_carried=owner.dotted in self._around.carried and not kept_by,
            is_only_inherited=self._around.instances.is_only_inherited(owner),
        )
