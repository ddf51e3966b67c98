"""Ways: by which rule a breach is told, which depends on what the inner module does with a name."""

from collections.abc import Mapping, Sequence

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.names.breaches import Way
from archlint.model.code.names.chains import is_used
from archlint.model.code.names.dependencies import Dependency
from archlint.model.facts.outline import ImportKind, Outline, Scope
from archlint.model.facts.uses import Uses

_NOTHING = Outline()
_BINDING = frozenset({ImportKind.IMPORT, ImportKind.FROM})


class Ways:
    """Decides the way of the names that one statement brings in from one outer module."""

    def __init__(self, outlines: Mapping[str, Outline], uses: Mapping[str, Uses]) -> None:
        self._outlines = outlines
        self._uses = uses

    def of(self, names: Sequence[Dependency], inner: Layer, importers: Sequence[Dependency]) -> Way:
        """Return the way; importers are other inner modules that have the names from here."""
        if all(name.statement.kind is ImportKind.DYNAMIC for name in names):
            return Way.BY_NAME
        is_package = names[0].importer.is_package
        if is_package and (importers or all(map(self._is_offered, names))):
            return Way.HANDED_ON
        if all(name.is_soft for name in names):
            return Way.FOR_TYPES
        if is_package or importers or inner.role is Role.CONTROLLERS:
            return Way.IMPORTED
        is_for_types = all(self._serves_types(name) for name in names)
        return Way.FOR_TYPES if is_for_types else Way.IMPORTED

    def _serves_types(self, name: Dependency) -> bool:
        return name.is_soft or (name.only_types and not self._is_exported(name))

    def _is_offered(self, name: Dependency) -> bool:
        """Whether the `__init__` of a package binds a name for others only."""
        statement = name.statement
        if statement.scope is not Scope.MODULE:
            return False
        if statement.kind is ImportKind.STAR or self._is_exported(name):
            return True
        is_plain = statement.kind is ImportKind.IMPORT and statement.alias is None
        if statement.kind not in _BINDING or is_plain or statement.binds.startswith("_"):
            return False
        uses = self._uses.get(name.importer.name)
        return uses is None or not is_used(name, uses)

    def _is_exported(self, name: Dependency) -> bool:
        outline = self._outlines.get(name.importer.name, _NOTHING)
        return name.statement.binds in (outline.exports or ())
