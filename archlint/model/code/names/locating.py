"""Locating: which module of the project a dotted name means, seen from another module."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from archlint.model.modules import Module

SRC = "src"
"""The folder that is on the path of whatever runs in a project, by convention."""


class Locations:
    """The modules of a project by the names under which they are imported."""

    def __init__(self, modules: Iterable[Module]) -> None:
        self._modules = {module.name: module for module in modules}
        self._views: dict[str, tuple[str, ...]] = {}

    def view(self, importer: str) -> tuple[str, ...]:
        """Return the roots around a module: two modules with the same ones see the same."""
        if importer not in self._views:
            path = self._modules[importer].path
            self._views[importer] = tuple(root for root in self._roots if _is_around(root, path))
        return self._views[importer]

    def locate(self, importer: str, dotted: str) -> str | None:
        """Return the project module that `dotted` names for `importer`.

        Its own root goes first, then the roots around it, the nearest one first. From any other
        root only a package can be had, which may be installed, or a module of a folder `src`, and
        only when no second root has one of that name: a loose script in another folder is not what
        an import means.
        """
        candidates = self._by_name.get(dotted)
        if not candidates:
            return None
        here = self._modules[importer]
        around = [module for module in candidates if _is_around(module.root, here.path)]
        if around:
            return max(around, key=lambda module: len(module.root)).name
        if any(module.path_name == dotted for module in candidates):
            return next(module.name for module in candidates if module.path_name == dotted)
        packaged = [m for m in candidates if self._is_packaged(m, dotted)]
        return packaged[0].name if len(packaged) == 1 else None

    def is_own(self, importer: str, dotted: str) -> bool:
        """Whether a dotted name starts with a package or module that the project has."""
        top = dotted.partition(".")[0]
        return top in self.packages or self.locate(importer, top) is not None

    @staticmethod
    def _is_packaged(module: Module, dotted: str) -> bool:
        return "." in dotted or module.is_package or module.root.endswith(SRC)

    @cached_property
    def _roots(self) -> tuple[str, ...]:
        return tuple(sorted({module.root for module in self._modules.values()}))

    @cached_property
    def packages(self) -> frozenset[str]:
        """Folders that hold modules, with or without an `__init__`, by their dotted names."""
        return frozenset(package for dotted in self._by_name for package in _around(dotted))

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """The modules in each package, at any depth, its own `__init__` among them."""
        found: dict[str, set[str]] = defaultdict(set)
        for dotted, modules in self._by_name.items():
            names = {module.name for module in modules}
            for package in (dotted, *_around(dotted)):
                found[package] |= names
        return {package: frozenset(names) for package, names in found.items()}

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Module, ...]]:
        index: dict[str, list[Module]] = defaultdict(list)
        for module in self._modules.values():
            index[module.import_name].append(module)
        for module in self._modules.values():
            if module.path_name not in index:
                index[module.path_name].append(module)
        return {name: tuple(modules) for name, modules in index.items()}


def _is_around(root: str, path: str) -> bool:
    return not root or path.startswith(f"{root}/")


def _around(dotted: str) -> Iterator[str]:
    while dotted := dotted.rpartition(".")[0]:
        yield dotted
