"""The bans that an architecture implies: between layers, in layers, of contexts, on libraries."""

from collections.abc import Iterable, Iterator
from itertools import pairwise, permutations

from archlint.model.architecture.layers import Layer, Role
from archlint.model.codebase import Codebase
from archlint.model.modules import Module
from archlint.surveying.planting.ban import Ban, Group, ban_between, ban_of_library, groups_by
from archlint.surveying.planting.libraries import forbidden_libraries, unlisted_library

OUTWARD = ("outward-import", "outward-type-import")
SIDEWAYS = ("sideways-import",)
PAST = ("layer-skip", "context-intrusion")
HIDDEN = ("layer-intrusion", *PAST)
INTRUSION = ("context-intrusion", *OUTWARD, *SIDEWAYS)
LIBRARY = ("framework-import", "denied-library")
UNLISTED = ("denied-library", "framework-import")
TRIED_RULES = frozenset({*OUTWARD, *SIDEWAYS, *HIDDEN, *INTRUSION, *LIBRARY})
"""The rules that are put to the test; all of them look at imports alone."""


def bans(codebase: Codebase) -> Iterator[Ban]:
    """Yield every ban, innermost layers first."""
    yield from _between_layers(codebase)
    for layer in codebase.architecture.layers:
        if layer.independent:
            yield from _between_members(codebase, layer)
        if layer.face:
            yield from _behind_the_face(codebase, layer)
    if codebase.architecture.contexts.independent:
        yield from _between_contexts(codebase)
    yield from _on_libraries(codebase)


def rules_between(layers: Iterable[Layer], here: Layer, there: Layer) -> tuple[str, ...]:
    """Return the rules that forbid an import from one layer to the other, () where none does."""
    if not here.may_import(there):
        return OUTWARD
    if here.keeps_apart_from(there):
        return SIDEWAYS
    return PAST if any(layer.shuts_off(there, here) for layer in layers) else ()


def _between_layers(codebase: Codebase) -> Iterator[Ban]:
    groups = groups_by(codebase, lambda module: _layer_name(codebase, module))
    layers = sorted(codebase.architecture.layers, key=lambda layer: layer.ring)
    for here, there in permutations(layers, 2):
        if rules := rules_between(layers, here, there):
            inside = groups.get(here.name, Group(here.name, ()))
            outside = groups.get(there.name, Group(there.name, ()))
            yield ban_between(codebase, inside, outside, rules)


def _between_members(codebase: Codebase, layer: Layer) -> Iterator[Ban]:
    def member(module: Module) -> str:
        membership = codebase.memberships.get(module.name)
        if membership is None or membership.layer is not layer or not membership.member:
            return ""
        return ".".join(filter(None, (membership.root, membership.member)))

    yield from _ring(codebase, groups_by(codebase, member).values(), SIDEWAYS)


def _behind_the_face(codebase: Codebase, layer: Layer) -> Iterator[Ban]:
    """Yield a ban on what a layer hides, for each other layer that may know the rest of it."""
    groups = groups_by(codebase, lambda module: _layer_name(codebase, module))
    inside = groups.get(layer.name, Group(layer.name, ())).modules
    hidden = tuple(each for each in inside if not codebase.borders.is_shown(each.name))
    layers = codebase.architecture.layers
    for here in layers if hidden else ():
        is_joining = here is layer or here.role is Role.COMPOSITION
        if here.name in groups and not is_joining and not rules_between(layers, here, layer):
            behind = Group(f"what {layer.name} hides", hidden)
            yield ban_between(codebase, groups[here.name], behind, HIDDEN)


def _between_contexts(codebase: Codebase) -> Iterator[Ban]:
    """Yield a ban on the inner modules of each context."""

    def context(module: Module) -> str:
        residence = codebase.borders.residents.residence(module.name)
        is_inner = residence and not codebase.architecture.contexts.publishes(residence)
        return residence.context if residence and is_inner else ""

    yield from _ring(codebase, groups_by(codebase, context).values(), INTRUSION)


def _ring(codebase: Codebase, groups: Iterable[Group], rules: tuple[str, ...]) -> Iterator[Ban]:
    """Yield a ban from each group to the next: enough to try each, as importer and imported."""
    parts = tuple(groups)
    for here, there in pairwise([*parts, parts[0]] if len(parts) > 1 else []):
        yield ban_between(codebase, here, there, rules)


def _on_libraries(codebase: Codebase) -> Iterator[Ban]:
    groups = groups_by(codebase, lambda module: _layer_name(codebase, module))
    for layer in codebase.architecture.layers:
        if here := groups.get(layer.name):
            for library in forbidden_libraries(codebase, layer):
                yield ban_of_library(codebase, here, library.name, LIBRARY)
            if unlisted := unlisted_library(codebase, layer):
                yield ban_of_library(codebase, here, unlisted.name, UNLISTED)


def _layer_name(codebase: Codebase, module: Module) -> str:
    layer = codebase.layer(module.name)
    return layer.name if layer else ""
