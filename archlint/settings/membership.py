"""Modules, placed in the layers that the settings name, and what that shows of the settings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from archlint.model.architecture.architecture import Membership, TieError
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern, Subject
from archlint.model.modules import Module
from archlint.model.place import Place
from archlint.settings.idle_faces import idle_faces
from archlint.settings.mistakes import Mistake, shown
from archlint.settings.project import ProjectSettings


@dataclass(frozen=True, slots=True)
class Placement:
    """Where each module belongs, by its name; modules of no layer are left out.

    `mistakes` are reasons to stop, `warnings` only to speak.
    """

    memberships: Mapping[str, Membership]
    mistakes: tuple[Mistake, ...] = ()
    warnings: tuple[Mistake, ...] = ()


def place_modules(settings: ProjectSettings, modules: Sequence[Module]) -> Placement:
    """Place every module, and look for ties, layers without modules and idle patterns.

    Layers that a style or a guess supplied are exempt: their patterns come from the modules.
    """
    memberships: dict[str, Membership] = {}
    ties: dict[tuple[Pattern, Pattern], TieError] = {}
    for module in modules:
        try:
            member = settings.architecture.membership(module)
        except TieError as tie:
            ties.setdefault(tie.patterns, tie)
            continue
        if member:
            memberships[module.name] = member
    empty = list(_empty_layers(settings, memberships.values(), ties))
    return Placement(
        memberships,
        mistakes=tuple(
            sorted([*_tied(settings, ties.values()), *_told_empty(settings, empty, modules)])
        ),
        warnings=tuple(
            sorted([*_idle(settings, modules, empty), *idle_faces(settings, modules, memberships)])
        ),
    )


def _empty_layers(
    settings: ProjectSettings,
    memberships: Iterable[Membership],
    ties: Iterable[tuple[Pattern, Pattern]],
) -> Iterator[Layer]:
    held = {member.layer.name for member in memberships}
    tied = {id(pattern) for pair in ties for pattern in pair}
    for layer in settings.architecture.layers:
        is_tied = any(id(pattern) in tied for pattern in layer.patterns)
        if layer.declared and layer.name not in held and not is_tied:
            yield layer


def _told_empty(
    settings: ProjectSettings, layers: Sequence[Layer], modules: Sequence[Module]
) -> Iterator[Mistake]:
    if not layers:
        return
    names = {".".join(parts) for subject, parts in _prefixes(modules) if subject is Subject.MODULES}
    for layer in layers:
        patterns = ", ".join(pattern.text for pattern in layer.patterns)
        near = get_close_matches(layer.patterns[0].text, sorted(names), n=1)
        hint = f"; did you mean {near[0]!r}?" if near and near[0] != patterns else ""
        message = f"the layer {layer.name!r} has no module: nothing is left for {patterns}{hint}"
        yield _mistake(settings, layer.declared, message)


def _tied(settings: ProjectSettings, ties: Iterable[TieError]) -> Iterator[Mistake]:
    for tie in ties:
        sides = [(pattern, _layer_of(settings, pattern)) for pattern in tie.patterns]
        places = [settings.pattern_places.get((layer.name, side)) for side, layer in sides]
        (first, one), (second, other) = sides
        where = f" (line {places[0].line})" if places[0] else ""
        message = (
            f"{tie.module.name} matches {second.text!r} of {other.name!r} as well as {first.text!r}"
            f" of {one.name!r}{where}; make one of them more specific"
        )
        yield _mistake(settings, places[1], message)


def _layer_of(settings: ProjectSettings, pattern: Pattern) -> Layer:
    layers = settings.architecture.layers
    return next(layer for layer in layers if any(each is pattern for each in layer.patterns))


def _idle(
    settings: ProjectSettings, modules: Sequence[Module], empty: Sequence[Layer]
) -> Iterator[Mistake]:
    prefixes = set(_prefixes(modules))
    for layer in settings.architecture.layers:
        if layer.declared is None or layer in empty:
            continue
        for pattern in layer.patterns:
            if not _matches_any(pattern, modules, prefixes):
                place = settings.pattern_places.get((layer.name, pattern), layer.declared)
                message = (
                    f"the pattern {pattern.text!r} of the layer {layer.name!r} matches nothing"
                )
                yield _mistake(settings, place, message)


def _prefixes(modules: Iterable[Module]) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    """Yield all that a literal pattern can match, so that hundreds of them cost no search."""
    for module in modules:
        names = module.name.split(".")
        if module.is_package:
            names.append("__init__")
        for subject, parts in ((Subject.MODULES, names), (Subject.PATHS, module.path.split("/"))):
            for length in range(1, len(parts) + 1):
                yield subject, tuple(parts[:length])


def _matches_any(
    pattern: Pattern,
    modules: Sequence[Module],
    prefixes: set[tuple[Subject, tuple[str, ...]]],
) -> bool:
    if pattern.is_literal:
        return (pattern.subject, pattern.segments) in prefixes
    return any(pattern.match(module.name, module.path) for module in modules)


def _mistake(settings: ProjectSettings, place: Place | None, message: str) -> Mistake:
    file = shown(settings.file) if settings.file else ""
    place = place or Place(file)
    return Mistake(file, place.line, place.column, message)
