"""A translation: what another tool's configuration says, before it is put into rings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from archlint.contracts.migration.outcomes import Item
from archlint.contracts.migration.project import expression_pattern
from archlint.contracts.migration.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Excuse:
    """Imports that `by` forbids and yet lets pass, by expressions such as `shop.*.api`."""

    by: str
    importer: str
    imported: str
    because: str

    def covers(self, importer: str, imported: str) -> bool:
        """Whether it is about this importing and this imported module."""
        pairs = ((self.importer, importer), (self.imported, imported))
        return all(expression_pattern(said).fullmatch(name) for said, name in pairs)


@dataclass(frozen=True)
class Translation:
    """What is said of whom, and what could be said of each item so far.

    `items` are keyed by the names that `rulings` and `excuses` call them; those of `direct` do not
    mind imports by way of other modules. `exposed` are regular expressions of what others may
    import from a group, by its name. `strangers` are modules that are spoken of and none of the
    project's. `passes_over_types` says that imports for type checkers do not count.
    """

    rulings: Rulings
    items: Mapping[str, Item]
    excuses: tuple[Excuse, ...] = ()
    source_roots: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    libraries: Mapping[str, str] = field(default_factory=dict)
    direct: frozenset[str] = frozenset()
    exposed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strangers: frozenset[str] = frozenset()
    passes_over_types: bool = False

    def excuse(self, by: str, importer: str, imported: str) -> Excuse | None:
        """Return why `by` lets an import pass that it forbids, None when it does not."""
        for excuse in self.excuses:
            if excuse.by == by and excuse.covers(importer, imported):
                return excuse
        return None
