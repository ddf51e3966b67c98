"""Judges the equality of entities: by what they hold instead of who they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.behaviour.anemia import Entity
from archlint.model.code.behaviour.culprits import listed
from archlint.model.code.behaviour.equality import Equality
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.identity import IdentityKind
from archlint.model.code.roles.words import ENTITY_BASE
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class whose own declaration compares entities wrongly.

    What an entity merely inherits is told at the class that it inherits it from.
    """
    if codebase.architecture.domain_model is not DomainModel.RICH:
        return
    told: set[ProjectClass] = set()
    for owner in _judged(codebase):
        for holder in _holders(codebase, owner):
            equality = Equality(holder, codebase.role_of(holder).identity)
            if holder not in told and (found := _found(codebase, rule, equality)):
                told.add(holder)
                yield found


def _judged(codebase: Codebase) -> Iterator[ProjectClass]:
    """Yield the entities and snapshots of the core, without tables, links and notes of the past."""
    entities = {found.owner: found for found in codebase.entities}
    for owner in codebase.classes:
        if _is_left_out(codebase, owner):
            continue
        entity = entities.get(owner)
        if entity:
            is_meant = not entity.is_record and not _is_shape(entity)
        else:
            is_meant = codebase.role_of(owner).role is ClassRole.SNAPSHOT
        if is_meant:
            yield owner


def _is_left_out(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    if layer is None or not layer.is_core or codebase.tables.mapper_of(owner.dotted):
        return True
    identity = codebase.role_of(owner).identity
    return identity is not None and identity.kind is IdentityKind.LINK


def _is_shape(entity: Entity) -> bool:
    """Whether a model of pydantic may be no more than the shape of what comes in or goes out."""
    owner = entity.owner
    if not Equality(owner, None).is_of_schema or entity.has_behaviour:
        return False
    is_named = any(ENTITY_BASE.search(name) for name in (owner.name, *owner.ancestor_names))
    return entity.verdict.role is not ClassRole.AGGREGATE_ROOT and not is_named


def _holders(codebase: Codebase, owner: ProjectClass) -> Iterator[ProjectClass]:
    """Yield the entity, and the base class whose `__eq__` it inherits without a hash of its own."""
    if Equality(owner, None).is_of_schema:
        yield _topmost(codebase, owner)
        return
    yield owner
    for heir in owner.lineage:
        if heir.fact.method("__hash__"):
            return
        if heir.fact.method("__eq__"):
            yield heir
            return


def _topmost(codebase: Codebase, owner: ProjectClass) -> ProjectClass:
    """Return the farthest ancestor that has an identity already: there the equality belongs."""
    identified = [h for h in owner.lineage if codebase.role_of(h).identity is not None]
    return identified[-1] if identified else owner


def _found(codebase: Codebase, rule: Rule, equality: Equality) -> Finding | None:
    fault = _overriding(equality)
    if fault is None and codebase.role_of(equality.owner).role is not ClassRole.SNAPSHOT:
        is_entity = codebase.role_of(equality.owner).is_entity
        what = "an entity" if is_entity else "a base of entities"
        fault = _hashed(equality) or _compared(equality, what) or _unhashable(equality)
    if fault is None:
        return None
    owner = equality.owner
    layer = codebase.layer(owner.module.name)
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, owner.fact.line, owner.fact.column + 1),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name if layer else None,
        severity=fault.severity,
        message=f"{owner.name} {fault.message}",
        help=fault.help,
        evidence=fault.evidence,
        because=layer.because if layer else "",
    )


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with an equality."""

    message: str
    help: str
    severity: Severity | None = None
    evidence: tuple[Evidence, ...] = ()


def _overriding(equality: Equality) -> _Fault | None:
    if not equality.maker or not equality.overridden:
        return None
    maker, (base, method) = equality.maker.name, equality.overridden
    return _Fault(
        f"is compared by all its fields: @{maker} replaces the __eq__ of {base.name}",
        f"write @{maker}(eq=False), so that {base.name} decides what is equal",
        Severity.WARNING,
        (Evidence(base.module.path, method.line, f"{base.name} compares by identity"),),
    )


def _hashed(equality: Equality) -> _Fault | None:
    if not equality.unsteady:
        return None
    fields = listed(equality.unsteady)
    return _Fault(
        f"has a hash that changes with its {fields}",
        f"make __hash__ and __eq__ of {_identity(equality)} alone",
        Severity.WARNING,
    )


def _compared(equality: Equality, what: str) -> _Fault | None:
    identity = _identity(equality)
    if equality.maker and equality.is_generated:
        maker = equality.maker.name
        how, remedy = f"@{maker} compares all its fields", f"write @{maker}(eq=False), with"
    elif equality.is_of_schema:
        how, remedy = "pydantic compares all its fields", "give it"
    elif equality.is_written_by_state:
        how, remedy = "its __eq__ compares all its fields", "make"
    else:
        return None
    return _Fault(
        f"is {what}, but {how}",
        f"{remedy} __eq__ and __hash__ of {identity} alone",
    )


def _unhashable(equality: Equality) -> _Fault | None:
    if not equality.lacks_hash:
        return None
    return _Fault(
        "has an __eq__ and no __hash__, so that no set can hold it",
        f"add a __hash__ of {_identity(equality)}, as __eq__ compares",
    )


def _identity(equality: Equality) -> str:
    return listed(equality.identity.fields) if equality.identity else "its identity"
