"""Shelves: folders in which a project keeps copies of other people's libraries."""

from collections.abc import Iterable, Sequence

from archlint.model.code.names.dependencies import Dependency
from archlint.model.modules import Module

_SHELVES = frozenset(
    {"_vendor", "_vendored", "vendored", "third_party", "thirdparty", "_extern", "extern"}
)
_SELLERS = frozenset({"vendor", "vendors"})
"""Shelves, or the people that a shop buys from."""


class Shelves:
    """The shelves of a project.

    A folder named `vendor` is one unless its modules import others of the project: copies know
    nothing of who copied them.
    """

    def __init__(self, dependencies: Iterable[Dependency]) -> None:
        self._homely = {
            shelf
            for dependency in dependencies
            if (shelf := _shelf(_segments(dependency.importer)))
            and dependency.target
            and dependency.target != dependency.importer.name
            and shelf[-1] in _SELLERS
            and not _lies_on(shelf, dependency.target)
        }

    def copied(self, module: Module) -> str:
        """Return the library, by its own name, that a module is a copy of; "" where it is none."""
        return self.copied_name(_segments(module))

    def copied_name(self, segments: Sequence[str]) -> str:
        """Return what a dotted name, given in segments, would be called without the shelf."""
        shelf = _shelf(segments)
        return "" if not shelf or shelf in self._homely else ".".join(segments[len(shelf) :])


def _segments(module: Module) -> tuple[str, ...]:
    path = module.path.removesuffix(".py").removesuffix("/__init__")
    return tuple(path.split("/"))


def _shelf(segments: Sequence[str]) -> tuple[str, ...]:
    """Return the folder on the way that is a shelf, () when there is none."""
    for index, segment in enumerate(segments[:-1]):
        if segment in _SHELVES or segment in _SELLERS:
            return tuple(segments[: index + 1])
    return ()


def _lies_on(shelf: tuple[str, ...], target: str) -> bool:
    """Whether a module, by its dotted name, lies on a shelf: roots may shorten the name."""
    return shelf[-1] in target.split(".")[:-1]
