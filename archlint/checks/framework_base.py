"""Judges framework bases: the core inherits from a framework, or is decorated by it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from archlint.model.architecture.layers import Layer
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.frameworks.bonds import Bond
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class, function and module of the core that is bound so."""
    tables = [table for table in codebase.tables if codebase.is_core_table(table.dotted)]
    for bond, also in (*_roots(codebase, tables), *_registered(codebase, tables)):
        layer = codebase.memberships[bond.module.name].layer
        yield _finding(rule, layer, bond, tuple(sorted(other.place for other in also)))


def _roots(codebase: Codebase, tables: Sequence[ProjectClass]) -> Iterator[tuple[Bond, list[Bond]]]:
    """Yield the classes that are bound first, each with its heirs in the core.

    Tables and their bases are another rule's, where they are one finding; so are exceptions.
    """
    told = {owner for table in tables for owner in table.lineage}
    bonds = {
        owner: bond
        for owner, bond in codebase.bonds.of_classes.items()
        if codebase.role_of(owner).role is not ClassRole.EXCEPTION
    }
    for owner, bond in bonds.items():
        if owner in told or any(bond.is_like(bonds.get(a)) for a in owner.lineage[1:]):
            continue
        heirs = (b for o, b in bonds.items() if owner in o.lineage[1:] and o not in told)
        yield bond, [heir for heir in heirs if heir.is_like(bond)]


def _registered(
    codebase: Codebase, tables: Sequence[ProjectClass]
) -> Iterator[tuple[Bond, list[Bond]]]:
    """Yield what is built, each with what its module registers at it, then other decorations.

    What a module builds several times is told once. What a class needs that is bound itself goes
    without saying.
    """
    classes = codebase.bonds.of_classes
    decorated = [
        bond
        for bond in codebase.bonds.of_functions.values()
        if not (bond.owner and bond.is_like(classes.get(bond.owner)))
    ]
    alike: dict[tuple[str, str], list[Bond]] = defaultdict(list)
    for bond in codebase.bonds.of_modules:
        if not any(_is_base_of(bond, table) for table in tables):
            alike[bond.module.name, bond.tie.external].append(bond)
    for bond, *others in alike.values():
        mine = [function for function in decorated if function.is_registered_at(bond)]
        decorated = [function for function in decorated if function not in mine]
        yield bond, [*others, *mine]
    yield from ((bond, []) for bond in decorated)


def _is_base_of(built: Bond, table: ProjectClass) -> bool:
    """Whether a table inherits from what a module builds: `declarative_base()`, `db.Model`."""
    return any(a.startswith(f"{built.tie.external}()") for a in table.external_ancestors)


def _finding(rule: Rule, layer: Layer, bond: Bond, also: tuple[Place, ...] = ()) -> Finding:
    way = f" by way of {bond.tie.by_way_of}" if bond.tie.by_way_of else ""
    return Finding(
        rule=rule.name,
        place=bond.place,
        module=bond.module.name,
        symbol=bond.symbol,
        layer=layer.name,
        target=bond.library.name if bond.symbol else bond.tie.external,
        message=f"{bond.name} of {layer.name} {bond.tie.manner} {bond.tie.external}{way}",
        help=_help(bond),
        also=also,
        because=layer.because,
    )


def _help(bond: Bond) -> str:
    if bond.tie.manner == "is decorated by":
        return f"leave {bond.name} plain, and let an adapter decorate a function that calls it"
    if bond.tie.manner == "builds":
        return f"build it in the layer that owns {bond.library.name}, and register there"
    return (
        f"keep {bond.name} plain, and let an adapter that knows {bond.library.name} wrap or map it"
    )
