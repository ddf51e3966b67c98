"""Judges framework exceptions: the core defines, raises or catches errors of a framework."""

from collections import defaultdict
from collections.abc import Iterator

from archlint.model.architecture.layers import Layer, Role
from archlint.model.catalog import Library
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.frameworks.bonds import Bond
from archlint.model.code.frameworks.errors import Errors, Thrown
from archlint.model.code.frameworks.statuses import StatusCode, status_code
from archlint.model.code.orm.errors import keeps_data
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class and each function with a framework's exceptions."""
    bonds = {o: b for o, b in codebase.bonds.of_classes.items() if _is_exception(codebase, o)}
    yield from _defined(codebase, rule, bonds)
    yield from _speaking_http(codebase, rule, bonds)
    errors = Errors(codebase.inference, codebase.arrivals, codebase.bonds)
    for function in codebase.functions:
        alike: dict[Library, list[Thrown]] = defaultdict(list)
        for thrown in errors.of(function):
            if thrown.is_raised or not keeps_data(thrown.library):  # else orm-exception-leak tells
                alike[thrown.library].append(thrown)
        for found in alike.values():
            yield _thrown(codebase, rule, function, found)


def _is_exception(codebase: Codebase, owner: ProjectClass) -> bool:
    """Whether it is one by more than its name: what inherits from nothing cannot be raised."""
    return bool(owner.fact.bases) and codebase.role_of(owner).role is ClassRole.EXCEPTION


def _defined(codebase: Codebase, rule: Rule, bonds: dict[ProjectClass, Bond]) -> Iterator[Finding]:
    """Yield the exceptions that inherit from a framework first, each with its heirs."""
    for owner, bond in bonds.items():
        if any(bond.is_like(bonds.get(above)) for above in owner.lineage[1:]):
            continue
        heirs = (b for o, b in bonds.items() if owner in o.lineage[1:] and b.is_like(bond))
        layer = codebase.memberships[bond.module.name].layer
        way = f" by way of {bond.tie.by_way_of}" if bond.tie.by_way_of else ""
        yield Finding(
            rule=rule.name,
            place=bond.place,
            module=bond.module.name,
            symbol=bond.symbol,
            layer=layer.name,
            target=bond.library.name,
            message=f"{bond.name} of {layer.name} {bond.tie.manner} {bond.tie.external}{way}",
            help=(
                f"derive {bond.name} from an exception of {layer.name}, and let the adapter that "
                f"knows {bond.library.name} translate it"
            ),
            also=tuple(sorted(heir.place for heir in heirs)),
            because=layer.because,
        )


def _thrown(
    codebase: Codebase, rule: Rule, function: ProjectFunction, found: list[Thrown]
) -> Finding:
    layer = codebase.memberships[function.module.name].layer
    first, *others = sorted(found, key=lambda t: (not t.is_raised, t.line))
    way = f" by way of {first.by_way_of}" if first.by_way_of else ""
    places = {Place(function.module.path, other.line) for other in others}
    place = Place(function.module.path, first.line)
    return Finding(
        rule=rule.name,
        place=place,
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name,
        target=first.library.name,
        severity=None if first.is_raised else Severity.WARNING,
        message=(
            f"{function.fact.qualname}() of {layer.name} {first.verb} {first.name}{way}, "
            f"of {first.library.described}"
        ),
        help=_help(layer, first),
        also=tuple(sorted(places - {place})),
        because=layer.because,
    )


def _help(layer: Layer, thrown: Thrown) -> str:
    library = thrown.library.name
    if thrown.is_raised:
        return (
            f"raise an exception of {layer.name} that says what is wrong, and let the adapter that "
            f"knows {library} translate it"
        )
    return (
        f"catch it where {library} is called, in an adapter, and raise an exception of "
        f"{layer.name} there"
    )


def _speaking_http(
    codebase: Codebase, rule: Rule, bonds: dict[ProjectClass, Bond]
) -> Iterator[Finding]:
    """Yield the exceptions of the domain that carry a status code, each with its heirs."""
    found = {
        owner: code
        for owner in codebase.classes
        if owner not in bonds
        and _is_of_domain(codebase, owner)
        and _is_exception(codebase, owner)
        and (code := status_code(codebase.names, owner))
    }
    for owner, code in found.items():
        if not any(above in found for above in owner.lineage[1:]):
            heirs = [heir for heir in found if owner in heir.lineage[1:]]
            also = tuple(sorted(Place(heir.module.path, found[heir].line) for heir in heirs))
            yield _status(codebase, rule, owner, code, also)


def _is_of_domain(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    return layer is not None and layer.role is Role.DOMAIN


def _status(
    codebase: Codebase, rule: Rule, owner: ProjectClass, code: StatusCode, also: tuple[Place, ...]
) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, code.line),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name,
        target=code.name,
        severity=Severity.INFO,
        message=f"{owner.name} of {layer.name} says by its {code.name} what HTTP is to answer",
        help=f"let the controller that answers keep a table from {owner.name} to a status",
        also=also,
        because=layer.because,
    )
