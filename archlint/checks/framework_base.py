"""Judges framework bases: the core inherits from a framework, or is decorated by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.code.classes import ProjectClass
from archlint.model.code.orm.libraries import library_of
from archlint.model.code.registrations import Tie, decorations, registrations, ties_of_class
from archlint.model.code.roles import ClassRole
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


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class, function and module of the core that is bound so."""
    classes = {bond.owner: bond for bond in _of_classes(codebase) if bond.owner}
    for bond in (*_of_functions(codebase, classes), *_of_modules(codebase)):
        yield _finding(rule, codebase.memberships[bond.module.name].layer, bond)
    for owner, bond in classes.items():
        if not any(_same(classes.get(ancestor), bond) for ancestor in owner.lineage[1:]):
            heirs = (b for b in classes.values() if b.owner and owner in b.owner.lineage[1:])
            also = tuple(sorted(_place(heir) for heir in heirs if _same(heir, bond)))
            layer = codebase.memberships[owner.module.name].layer
            yield _finding(rule, layer, bond, also)


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
