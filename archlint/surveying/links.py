"""A link: one import statement and one module or library that it names, seen between layers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.place import Place

MOST_NAMES = 3


class Direction(StrEnum):
    """Whereto an import leads, seen from the layer of its importer.

    WIRING leads outward where that is permitted: from the composition root, or to it.
    """

    INWARD = "inward"
    OUTWARD = "outward"
    SIDEWAYS = "sideways"
    WITHIN = "within"
    WIRING = "wiring"
    LIBRARY = "library"
    UNLAYERED = "unlayered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """What a statement of `importer` brings in from `target`, a module or a library.

    `names` are those imported from it, () for the whole. `here` and `there` are layers, None for a
    module of none. `manner` says how where it is no plain import: inside a function, with a star.
    """

    importer: str
    place: Place
    target: str
    names: tuple[str, ...]
    direction: Direction
    here: Layer | None
    there: Layer | None
    manner: str

    @property
    def told(self) -> str:
        """The target, with the first few names in brackets."""
        if not self.names:
            return self.target
        more = len(self.names) - MOST_NAMES
        rest = f" and {more} more" if more > 0 else ""
        return f"{self.target} ({', '.join(self.names[:MOST_NAMES])}{rest})"


def links(codebase: Codebase, dependencies: Iterable[Dependency]) -> Iterator[Link]:
    """Yield a link for each statement and each target of it, in the order of the dependencies."""
    groups: dict[tuple[Place, str], list[Dependency]] = {}
    for dependency in dependencies:
        key = (dependency.place, _target(dependency))
        groups.setdefault(key, []).append(dependency)
    for (place, target), group in groups.items():
        first = group[0]
        here, there = codebase.layer(first.importer.name), codebase.layer(first.target)
        yield Link(
            importer=first.importer.name,
            place=place,
            target=target,
            names=tuple(sorted({name for each in group if (name := _name(each))})),
            direction=_direction(first, here, there),
            here=here,
            there=there,
            manner=first.manner,
        )


def direction(here: Layer, there: Layer) -> Direction:
    """Return whereto an import from one layer to another leads."""
    if here.name == there.name:
        return Direction.WITHIN
    if not here.may_import(there):
        return Direction.OUTWARD
    if here.ring == there.ring:
        return Direction.SIDEWAYS
    if here.ring > there.ring and there.role is not Role.COMPOSITION:
        return Direction.INWARD
    return Direction.WIRING


def _direction(dependency: Dependency, here: Layer | None, there: Layer | None) -> Direction:
    if dependency.target:
        return direction(here, there) if here and there else Direction.UNLAYERED
    return Direction.LIBRARY if dependency.library else Direction.UNKNOWN


def _target(dependency: Dependency) -> str:
    if dependency.target:
        return dependency.target
    library, name = dependency.library, dependency.statement.name
    if library and name and library.endswith(f".{name}"):
        return library.removesuffix(f".{name}")
    return library or dependency.symbol.dotted or dependency.statement.module


def _name(dependency: Dependency) -> str:
    """Return the name that was imported, "" where the statement names the target as a whole."""
    name = dependency.statement.name or ""
    is_whole = dependency.target.rpartition(".")[2] == name and not dependency.symbol.name
    return "" if is_whole else name
