"""A part of a project, by the name that a person gives it, and libraries beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.modules import Module

MOST_NEAR = 3


class PartKind(StrEnum):
    """What a name can stand for."""

    MODULE = "module"
    PACKAGE = "package"
    LAYER = "layer"
    LIBRARY = "library"


class UnknownNameError(Exception):
    """A name that stands for nothing in the project; `near` are the names most like it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


@dataclass(frozen=True, slots=True)
class Part:
    """A module, a package with all below it, a layer, or a library; the last has no modules."""

    name: str
    kind: PartKind
    modules: frozenset[str] = frozenset()

    def holds_target_of(self, dependency: Dependency) -> bool:
        """Whether what is imported belongs to this part."""
        if self.kind is PartKind.LIBRARY:
            return f"{dependency.library}.".startswith(f"{self.name}.")
        return dependency.target in self.modules


def part(codebase: Codebase, name: str) -> Part:
    """Return the part of the project of that name: a module or package comes before a layer.

    Raises UnknownNameError where there is none.
    """
    if found := _package(codebase, name) or _layer(codebase, name):
        return found
    known = {module.name for module in codebase.modules}
    known |= {layer.name for layer in codebase.architecture.layers}
    raise UnknownNameError(name, nearest(name, known))


def part_or_library(codebase: Codebase, name: str) -> Part:
    """Return the part of that name, or the library where some module imports one so called."""
    try:
        return part(codebase, name)
    except UnknownNameError as error:
        library = Part(name, PartKind.LIBRARY)
        if any(library.holds_target_of(dependency) for dependency in codebase.dependencies):
            return library
        near = nearest(name, {_top(dependency.library) for dependency in codebase.dependencies})
        raise UnknownNameError(name, error.near or near) from None


def find_module(codebase: Codebase, name: str) -> Module:
    """Return the module with this name, path or import name, or raise UnknownNameError."""
    for module in codebase.modules:
        if name in {module.name, module.path}:
            return module
    for module in codebase.modules:
        if name == module.import_name:
            return module
    raise UnknownNameError(name, nearest(name, {module.name for module in codebase.modules}))


def nearest(name: str, known: set[str]) -> tuple[str, ...]:
    """Return the few known names most like this one, as a whole or in their last part."""
    names = sorted(known)
    ends: dict[str, list[str]] = {}
    for each in names:
        ends.setdefault(each.rpartition(".")[2], []).append(each)
    alike = get_close_matches(name, names, n=MOST_NEAR)
    ending = get_close_matches(name.rpartition(".")[2], ends, n=MOST_NEAR)
    found = [*ends.get(name, ()), *alike, *(each for end in ending for each in ends[end])]
    return tuple(dict.fromkeys(found))[:MOST_NEAR]


def _top(dotted: str) -> str:
    return dotted.partition(".")[0]


def _package(codebase: Codebase, name: str) -> Part | None:
    own = {module.name for module in codebase.modules if name in {module.name, module.path}}
    below = set(_below(codebase, name))
    if not own and not below:
        return None
    return Part(name, PartKind.PACKAGE if below else PartKind.MODULE, frozenset(own | below))


def _below(codebase: Codebase, name: str) -> Iterator[str]:
    for module in codebase.modules:
        if module.name.startswith(f"{name}."):
            yield module.name


def _layer(codebase: Codebase, name: str) -> Part | None:
    if all(layer.name != name for layer in codebase.architecture.layers):
        return None
    members = (m for m, each in codebase.memberships.items() if each.layer.name == name)
    return Part(name, PartKind.LAYER, frozenset(members))
