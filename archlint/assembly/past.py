"""The past: what rules find where a branch began; a commit never changes, so that it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from archlint.assembly.branch import Branch
from archlint.assembly.keeping import Keeper
from archlint.assembly.terms import hashed
from archlint.model.audit import Audit
from archlint.model.baseline.entries import Entry
from archlint.sources.cache.drawer import Drawer
from archlint.sources.disk import Disk
from archlint.sources.git.repository import Repository
from archlint.sources.witness import Testimony, Witness

NAME = "commits"


@dataclass(frozen=True, slots=True)
class Then:
    """The new findings of a commit, and the names of its modules by path.

    `is_certain` says that all of it follows from the commit.
    """

    entries: tuple[Entry, ...] = ()
    modules: dict[str, str] = field(default_factory=dict)
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class _Kept:
    testimony: Testimony
    then: Then


class Past:
    """Tells what was there where a branch began, and keeps it, if there is a keeper."""

    def __init__(self, branch: Branch, disk: Disk, keeper: Keeper | None) -> None:
        self._branch = branch
        self._disk = disk
        self._keeper = keeper

    def findings(self, now: Audit) -> list[Entry]:
        """Return what the rules found then that find something new now.

        The entries go by the names that their modules have now; one that is gone keeps its name.
        """
        then = self._then(now)
        settings = self._branch.settings
        found = self._disk.discover(settings.source_roots, settings.exclude, settings.tests)
        names = {module.path: module.name for module in (*found.modules, *found.tests)}
        renamed = self._branch.changes.renamed
        known = {n: names.get(renamed.get(path, path), n) for path, n in then.modules.items()}
        return [entry.translated(known) for entry in then.entries]

    def _then(self, now: Audit) -> Then:
        tree = Repository(self._branch.folder).tree(self._branch.fork)
        key = hashed([*self._parts(now), tree])
        kept = self._drawer.recall(key, _Kept) if self._drawer and tree else None
        if kept and kept.testimony.holds(self._disk):
            return kept.then
        from archlint.assembly.earlier import judged_then  # nobody judges what is kept

        witness = Witness(self._disk)
        then = judged_then(self._branch, now, witness)
        if self._drawer and tree and then.is_certain and self._has_terms():
            self._drawer.keep(key, _Kept(witness.testimony(()), then))
        return then

    def _parts(self, now: Audit) -> Iterator[str | bytes]:
        """Yield what it depends on beside the files of then: the terms, and who is asked."""
        if self._keeper:
            yield self._keeper.terms.digest
        for names in ({finding.rule for finding in now.new()}, {rule.name for rule in now.rules}):
            yield from (f"{len(names)}", *sorted(names))

    def _has_terms(self) -> bool:
        """Whether the terms are those on which it was judged."""
        return self._keeper is not None and self._keeper.terms.still_hold()

    @cached_property
    def _drawer(self) -> Drawer | None:
        return self._keeper.drawer(NAME) if self._keeper else None
