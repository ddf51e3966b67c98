"""Composition roots found by name: those that no outer layer imports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.code.names import Names
from archlint.model.facts.outline import Outline
from archlint.model.modules import Module


def honest_roots(
    architecture: Architecture, modules: Sequence[Module], outlines: Mapping[str, Outline]
) -> Architecture:
    """Return the architecture without composition roots that a controller or adapter imports.

    A `container` from which every controller fetches its collaborators is part of the outer ring
    by the project's own habit. In no layer it is out of the way, and chains through it are seen.
    """
    root = next((x for x in architecture.layers if x.role is Role.COMPOSITION), None)
    if root is None:
        return architecture
    known = set(_imported_outside(architecture, modules, outlines))
    kept = tuple(pattern for pattern in root.patterns if not _covers_any(pattern, known))
    return replace(architecture, layers=tuple(_with_roots(architecture.layers, root, kept)))


def _with_roots(
    layers: Sequence[Layer], root: Layer, patterns: tuple[Pattern, ...]
) -> Iterator[Layer]:
    for layer in layers:
        if layer is not root:
            yield layer
        elif patterns:
            yield replace(layer, patterns=patterns)


def _imported_outside(
    architecture: Architecture, modules: Sequence[Module], outlines: Mapping[str, Outline]
) -> Iterator[str]:
    names = Names(modules, outlines)
    for module in modules:
        member = architecture.membership(module)
        if member and not member.layer.is_core and member.layer.role is not Role.COMPOSITION:
            yield from _imported(names, module, outlines.get(module.name, Outline()))


def _imported(names: Names, module: Module, outline: Outline) -> Iterator[str]:
    for statement in outline.imports:
        base = names.absolute(module.name, statement)
        full = f"{base}.{statement.name}" if statement.name and base else base or statement.name
        found = names.locate(module.name, full or "") or names.locate(module.name, base)
        if found:
            yield found


def _covers_any(pattern: Pattern, modules: set[str]) -> bool:
    return any(name == pattern.text or name.startswith(f"{pattern.text}.") for name in modules)
