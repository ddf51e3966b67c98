"""Judges data-only entities: nothing but fields, and no rule about them was found anywhere."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.behaviour.anemia import Entity, families
from archlint.model.code.behaviour.culprits import listed
from archlint.model.codebase import Codebase
from archlint.model.finding import Confidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

MOST_NAMED = 4


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each entity that only holds data, its subclasses told with it.

    Where models are tables or snapshots on purpose, that is how they are meant to be.
    """
    if codebase.architecture.domain_model is not DomainModel.RICH:
        return
    fewest = int(rule.number("min-fields"))
    anemic = {found.owner.dotted for found in codebase.entities if found.is_anemic}
    bare = [
        found
        for found in codebase.entities
        if found.is_data_only(fewest)
        and not any(ancestor.dotted in anemic for ancestor in found.owner.lineage)
    ]
    for found, heirs in families(bare):
        home = codebase.memberships[found.owner.module.name].home
        if not codebase.cruds.are_told(home, rule):
            yield _finding(codebase, rule, found, heirs)


def _finding(codebase: Codebase, rule: Rule, found: Entity, heirs: tuple[Entity, ...]) -> Finding:
    owner = found.owner
    layer = codebase.layer(owner.module.name)
    fields = [name.lstrip("_") for name in found.state.data]
    named = _shortened(fields)
    return Finding(
        rule=rule.name,
        place=_place(found),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name if layer else None,
        confidence=Confidence.MEDIUM,
        message=f"{owner.name} has {len(fields)} data fields ({named}) and no behaviour",
        help=(
            f"let {owner.name} guard and change {named} itself; "
            f'if it only carries data, say so: [roles] dto = ["{owner.module.name}:{owner.name}"]'
        ),
        also=tuple(sorted(_place(heir) for heir in heirs)),
        because=layer.because if layer else "",
    )


def _place(found: Entity) -> Place:
    fact = found.owner.fact
    return Place(found.owner.module.path, fact.line, fact.column + 1)


def _shortened(fields: list[str]) -> str:
    rest = len(fields) - MOST_NAMED
    return f"{', '.join(fields[:MOST_NAMED])} and {rest} more" if rest > 0 else listed(fields)
