"""What the settings say that this code base makes no use of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from types import MappingProxyType

from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.code.handlers.finder import is_meant
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.roles.choosing import covers
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.surveying.deciding import deciding_pattern
from archlint.surveying.planting.bans import rules_between

ARROW = " -> "


class UnusedKind(StrEnum):
    """What part of the settings is meant; a DIRECTION is a permission that layers imply."""

    PATTERN = "pattern"
    ALLOWANCE = "allowance"
    ALLOWED_LIBRARY = "allowed-library"
    LIBRARY = "library"
    ROLE = "role"
    DECORATOR = "decorator"
    BASE = "base"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True)
class Unused:
    """Something said in vain; `place` is the nearest place in the settings, None where unknown."""

    kind: UnusedKind
    what: str
    why: str
    place: Place | None = None


def survey_unused(
    codebase: Codebase,
    findings: Iterable[Finding],
    library_places: Mapping[str, Place] = MappingProxyType({}),
) -> tuple[Unused, ...]:
    """Return what is said in vain, the settings first and then what layers permit.

    `findings` are those of all rules, by which allowances are measured; `library_places` is where
    the settings name libraries.
    """
    return (
        *_patterns(codebase),
        *_allowances(codebase, tuple(findings)),
        *_allowed_libraries(codebase, library_places),
        *_libraries(codebase, library_places),
        *_roles(codebase),
        *_decorators(codebase),
        *_bases(codebase),
        *_directions(codebase),
    )


def _patterns(codebase: Codebase) -> Iterator[Unused]:
    """Yield the written patterns that place no module; those of a style come from the modules."""
    deciding = {
        (membership.layer.name, deciding_pattern(membership.layer, codebase.by_name[name]))
        for name, membership in codebase.memberships.items()
    }
    for layer in codebase.architecture.layers:
        for pattern in layer.patterns if layer.declared else ():
            if (layer.name, pattern) not in deciding:
                why = _why_idle(codebase, layer, pattern)
                yield Unused(UnusedKind.PATTERN, pattern.text, why, layer.declared)


def _why_idle(codebase: Codebase, layer: Layer, pattern: Pattern) -> str:
    if any(pattern.match(module.name, module.path) for module in codebase.modules):
        return f"of {layer.name}: a more specific pattern takes each of its modules"
    return f"of {layer.name}: matches no module"


def _allowed_libraries(codebase: Codebase, places: Mapping[str, Place]) -> Iterator[Unused]:
    for layer in codebase.architecture.layers:
        imported = {
            dependency.library
            for dependency in codebase.dependencies
            if dependency.library and codebase.layer(dependency.importer.name) == layer
        }
        for name in layer.allowed_libraries or ():
            if not any(codebase.catalog.is_among(library, [name]) for library in imported):
                why = f"{layer.does('does', 'do')} not import it"
                place = places.get(name, layer.declared)
                yield Unused(UnusedKind.ALLOWED_LIBRARY, name, why, place)


def _libraries(codebase: Codebase, places: Mapping[str, Place]) -> Iterator[Unused]:
    imported = {d.library for d in codebase.dependencies if d.library and _is_core(codebase, d)}
    kinds = {library.kind for name in imported if (library := codebase.catalog.find(name))}
    for name in codebase.catalog.overrides:
        is_imported = any(f"{library}.".startswith(f"{name}.") for library in imported)
        if not is_imported and name not in kinds:
            why = "no module of the core imports it"
            yield Unused(UnusedKind.LIBRARY, name, why, places.get(name))


def _is_core(codebase: Codebase, dependency: Dependency) -> bool:
    layer = codebase.layer(dependency.importer.name)
    return layer is not None and layer.is_core


def _allowances(codebase: Codebase, findings: Sequence[Finding]) -> Iterator[Unused]:
    for allowance in codebase.architecture.allowances:
        if not any(allowance.covers(finding) for finding in findings):
            why = "no finding needs it"
            yield Unused(UnusedKind.ALLOWANCE, allowance.described, why, allowance.declared)


def _roles(codebase: Codebase) -> Iterator[Unused]:
    for role, patterns in codebase.architecture.roles.items():
        for text in patterns:
            if not any(covers(text, owner) for owner in codebase.classes):
                yield Unused(UnusedKind.ROLE, text, f"as {role}: matches no class")


def _decorators(codebase: Codebase) -> Iterator[Unused]:
    wanted = codebase.architecture.controller_decorators
    scenery = Scenery(codebase.functions, codebase.classes, codebase.inference)
    functions = codebase.functions if wanted else ()
    used = {name for function in functions for _, name in scenery.decorators(function)}
    for pattern in wanted:
        if not any(is_meant(pattern, name) for name in used):
            yield Unused(UnusedKind.DECORATOR, pattern, "no function is decorated with it")


def _bases(codebase: Codebase) -> Iterator[Unused]:
    inherited = {each.dotted for owner in codebase.classes for each in owner.ancestors}
    for pattern in codebase.architecture.controller_bases:
        if not any(is_meant(pattern, name) for name in inherited):
            yield Unused(UnusedKind.BASE, pattern, "no class inherits from it")


def _directions(codebase: Codebase) -> Iterator[Unused]:
    """Yield the permissions between layers that no import uses; the composition root is exempt."""
    seen = {
        (codebase.layer(dependency.importer.name), codebase.layer(dependency.target))
        for dependency in codebase.dependencies
    }
    held = {membership.layer for membership in codebase.memberships.values()}
    layers = [layer for layer in codebase.architecture.layers if layer in held]
    for here, there in permutations(layers, 2):
        is_wiring = Role.COMPOSITION in {here.role, there.role}
        is_permitted = not is_wiring and not rules_between(layers, here, there)
        if is_permitted and (here, there) not in seen:
            what = f"{here.name}{ARROW}{there.name}"
            yield Unused(UnusedKind.DIRECTION, what, "permitted, and no import goes there")
