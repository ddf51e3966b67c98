"""Neighbours: the modules that a module imports and those that import it, and its libraries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from archlint.model.architecture.layers import Role
from archlint.model.catalog import Catalog, Policy
from archlint.model.code.names.dependencies import Dependency

_SIDES = {
    **dict.fromkeys(("web", "graphql", "cli", "gui", "template"), Role.CONTROLLERS),
    **dict.fromkeys(("orm", "db-driver"), Role.PERSISTENCE),
    **dict.fromkeys(
        ("http-client", "queue", "cloud", "saas", "cache", "auth", "io", "workflow"),
        Role.INFRASTRUCTURE,
    ),
    "settings": Role.COMPOSITION,
}
_SERVERS = frozenset({"uvicorn", "gunicorn", "hypercorn", "granian", "waitress", "daphne"})
_STORES = ("django.db",)
"""Parts of a web framework that are about the database."""
_EVERYWHERE = ("django.apps", "django.conf", "django.core", "django.dispatch", "django.utils")
"""Parts of a web framework that say nothing of what a module is for."""


class Neighbours:
    """Who imports whom when the program runs, by the names of the modules."""

    def __init__(self, dependencies: Iterable[Dependency], catalog: Catalog) -> None:
        self._dependencies = tuple(d for d in dependencies if d.is_static and not d.is_soft)
        self._catalog = catalog

    @cached_property
    def imported(self) -> Mapping[str, frozenset[str]]:
        """The modules of the project that each module imports."""
        return _grouped((d.importer.name, d.target) for d in self._inner)

    @cached_property
    def importers(self) -> Mapping[str, frozenset[str]]:
        """The modules that import each module."""
        return _grouped((d.target, d.importer.name) for d in self._inner)

    @cached_property
    def edges(self) -> Mapping[tuple[str, str], int]:
        """How many names each module imports of each other one."""
        found: dict[tuple[str, str], int] = defaultdict(int)
        for dependency in self._inner:
            found[dependency.importer.name, dependency.target] += 1
        return found

    @cached_property
    def libraries(self) -> Mapping[str, Mapping[Role, str]]:
        """By module, the roles that its libraries speak for, each with one such library."""
        found: dict[str, dict[Role, str]] = defaultdict(dict)
        for dependency in self._dependencies:
            if dependency.library and (role := self._side(dependency.library)):
                package = self._catalog.package_of(dependency.library)
                found[dependency.importer.name].setdefault(role, package)
        return found

    @property
    def _inner(self) -> Iterable[Dependency]:
        return (d for d in self._dependencies if d.target and d.target != d.importer.name)

    def _side(self, dotted: str) -> Role | None:
        if dotted.startswith(_STORES):
            return Role.PERSISTENCE
        if dotted.partition(".")[0] in _SERVERS:
            return Role.COMPOSITION
        if dotted.startswith(_EVERYWHERE):
            return None
        library = self._catalog.find(dotted)
        if library is None or library.in_domain is not Policy.DENY or library.is_stdlib:
            return None
        return _SIDES.get(library.kind)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {name: frozenset(others) for name, others in found.items()}
