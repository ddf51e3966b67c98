"""Judges framework bases: the core inherits from a framework, or is decorated by it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.classes.registrations import Tie, decorations, registrations, ties_of_class
from archlint.model.code.orm.libraries import library_of
from archlint.model.code.roles.deciding import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.modules import Module
from archlint.model.place import Place
from archlint.model.rule import Rule

_REGISTERING = frozenset({"web", "orm", "queue", "cli", "gui", "db-driver", "template"})


@dataclass(frozen=True, slots=True)
class Bond:
    """Something of the core with the denied library that it is tied to."""

    module: Module
    symbol: str
    name: str
    tie: Tie
    library: Library
    owner: ProjectClass | None = None

    def is_registered_at(self, built: "Bond") -> bool:
        """Whether the decorator is a method of an object that the same module builds."""
        return self.module == built.module and self.tie.external.startswith(
            f"{built.tie.external}()."
        )


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class, function and module of the core that is bound so."""
    classes = {bond.owner: bond for bond in _of_classes(codebase) if bond.owner}
    tables = [table for table in codebase.tables if codebase.is_core_table(table.dotted)]
    built = [b for b in _of_modules(codebase) if not any(_is_base_of(b, t) for t in tables)]
    bound = (*_roots(classes, tables), *_registered(built, _of_functions(codebase, classes)))
    for bond, also in bound:
        layer = codebase.memberships[bond.module.name].layer
        yield _finding(rule, layer, bond, tuple(sorted(map(_place, also))))


def _is_base_of(built: Bond, table: ProjectClass) -> bool:
    """Whether a table inherits from what a module builds: `declarative_base()`, `db.Model`."""
    return any(a.startswith(f"{built.tie.external}()") for a in table.external_ancestors)


def _roots(
    classes: Mapping[ProjectClass, Bond], tables: list[ProjectClass]
) -> Iterator[tuple[Bond, list[Bond]]]:
    """Yield the classes that are bound first, each with its heirs in the core.

    Tables and their bases are another rule's: there they are one finding.
    """
    told = {owner for table in tables for owner in table.lineage}
    for owner, bond in classes.items():
        if owner in told or any(_same(classes.get(a), bond) for a in owner.lineage[1:]):
            continue
        heirs = (b for o, b in classes.items() if owner in o.lineage[1:] and o not in told)
        yield bond, [heir for heir in heirs if _same(heir, bond)]


def _registered(built: list[Bond], functions: Iterator[Bond]) -> Iterator[tuple[Bond, list[Bond]]]:
    """Yield what is built, each with what its module registers at it, then other decorations.

    What a module builds several times is told once.
    """
    decorated = list(functions)
    alike: dict[tuple[str, str], list[Bond]] = defaultdict(list)
    for bond in built:
        alike[bond.module.name, bond.tie.external].append(bond)
    for bond, *others in alike.values():
        mine = [function for function in decorated if function.is_registered_at(bond)]
        decorated = [function for function in decorated if function not in mine]
        yield bond, [*others, *mine]
    yield from ((bond, []) for bond in decorated)


def _of_classes(codebase: Codebase) -> Iterator[Bond]:
    for owner in codebase.classes:
        if codebase.role_of(owner).role is ClassRole.EXCEPTION:  # another rule tells those
            continue
        ties = ties_of_class(codebase.classes, owner)
        if first := next(_denied(codebase, owner.module, ties), None):
            yield Bond(owner.module, owner.fact.qualname, owner.name, *first, owner)


def _of_functions(codebase: Codebase, classes: Mapping[ProjectClass, Bond]) -> Iterator[Bond]:
    """Yield decorated functions; what a class needs that is bound itself goes without saying."""
    for function in codebase.functions:
        fact, module = function.fact, function.module
        ties = decorations(codebase.classes, module.name, fact.decorators, fact.line)
        if first := next(_denied(codebase, module, ties), None):
            bond = Bond(module, fact.qualname, f"{fact.qualname}()", *first)
            if not (function.owner and _same(classes.get(function.owner), bond)):
                yield bond


def _of_modules(codebase: Codebase) -> Iterator[Bond]:
    for module in codebase.modules:
        structure = codebase.structures.get(module.name)
        body = structure.body if structure else ()
        ties = registrations(codebase.classes, module.name, body)
        for tie, library in _denied(codebase, module, ties):
            if library.kind in _REGISTERING:
                yield Bond(module, "", module.name, tie, library)


def _denied(
    codebase: Codebase, module: Module, ties: Iterator[Tie]
) -> Iterator[tuple[Tie, Library]]:
    """Yield the ties to libraries that the layer of a module, if it is of the core, denies."""
    layer = codebase.layer(module.name)
    if layer is None or layer.role is None or not layer.is_core:
        return
    has_tables = codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD
    for tie in ties:
        library = codebase.catalog.find(tie.external)
        if library is None or (has_tables and library_of(tie.external)):
            continue
        if codebase.catalog.policy(tie.external, layer.role) is Policy.DENY:
            yield tie, library


def _same(one: Bond | None, other: Bond) -> bool:
    return one is not None and one.library == other.library


def _place(bond: Bond) -> Place:
    return Place(bond.module.path, bond.tie.line)


def _finding(rule: Rule, layer: Layer, bond: Bond, also: tuple[Place, ...] = ()) -> Finding:
    way = f" by way of {bond.tie.by_way_of}" if bond.tie.by_way_of else ""
    return Finding(
        rule=rule.name,
        place=_place(bond),
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
