"""Keeps whole audits: as long as nothing has changed that an audit speaks of, it still holds.

What it depends on is of three kinds: the terms on which it was asked for, the files of the project,
and its testimony, what else was read while it was made. Where files hold something else, but say
the same, because only a comment is another, the last audit holds as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint import rulebook
from archlint.assembly.terms import Terms, hashed
from archlint.model.audit import Audit
from archlint.settings.project import ProjectSettings
from archlint.sources.cache.cache import Cache
from archlint.sources.cache.drawer import Drawer
from archlint.sources.cache.edition import whole_edition
from archlint.sources.census import Census
from archlint.sources.disk import Disk
from archlint.sources.witness import Testimony, Witness

AUDITS = "audits"
CENSUSES = "censuses"


@dataclass(frozen=True, slots=True)
class _Kept:
    testimony: Testimony
    audit: Audit


@dataclass(frozen=True, slots=True)
class _Last:
    """The last audit on some terms: the key under which it lies, and the files that it knew."""

    key: bytes
    census: Census


class Keeper:
    """Recalls the audit of a project as it is now, or keeps it."""

    def __init__(self, terms: Terms, settings: ProjectSettings, disk: Disk, cache: Cache) -> None:
        self.terms = terms
        self._settings = settings
        self._tree = disk.tree(settings.exclude)
        self._disk = disk
        self._cache = cache
        self._before = self._key() if self._audits and self._audits.files else None

    def recall(self) -> Audit | None:
        """Return the audit of files that say the same on the same terms, if there is one."""
        if self._before is None:
            return None
        kept = self._taken(self._before) or self._still_true()
        return kept.audit if kept else None

    def keep(self, audit: Audit, witness: Witness) -> None:
        """Keep an audit that was just made, unless something has changed meanwhile."""
        testimony = witness.testimony(self._tree.files)
        self._keep(_Kept(testimony, audit), witness.census(self._contents))

    def _taken(self, key: bytes) -> _Kept | None:
        kept = self._audits.recall(key, _Kept) if self._audits else None
        return kept if kept and kept.testimony.holds(self._disk) else None

    def _still_true(self) -> _Kept | None:
        """Return the last audit, if all that it was told is what the files say now."""
        last = self._censuses.recall(self._around, _Last) if self._censuses else None
        settings = self._settings
        found = self._disk.discover(settings.source_roots, settings.exclude, settings.tests)
        if last is None or not last.census.still_says(self._disk, found, self._contents):
            return None
        kept = self._taken(last.key)
        if kept:
            self._keep(kept, last.census.holding(self._contents))
        return kept

    def _keep(self, kept: _Kept, census: Census) -> None:
        """Keep an audit beyond doubt."""
        key = self._key()
        if not (self._audits and self._censuses and key and self._is_certain(key, kept.testimony)):
            return
        self._audits.keep(key, kept)
        self._censuses.keep(self._around, _Last(key, census))

    def _is_certain(self, key: bytes, testimony: Testimony) -> bool:
        """Whether it is beyond doubt that the audit is about what the key says."""
        return (
            self._before in {None, key}
            and self._cache.is_repeatable
            and all(testimony.files.values())
            and self._cache.is_steady([*self._tree.files, *testimony.files])
            and self.terms.still_hold()
        )

    @cached_property
    def _audits(self) -> Drawer | None:
        return self.drawer(AUDITS)

    @cached_property
    def _censuses(self) -> Drawer | None:
        return self.drawer(CENSUSES)

    def drawer(self, name: str) -> Drawer | None:
        """Return where answers of this archlint are kept, None where nothing can be."""
        edition = whole_edition(rulebook.folder())
        return self._cache.drawer(f"{name}-{edition}") if edition else None

    @cached_property
    def _around(self) -> bytes:
        """The digest of the terms and of what the walk found beside files."""
        tree = self._tree
        closed = (part for each in tree.closed for part in each)
        return hashed((self.terms.digest, f"{len(tree.marked)}", *sorted(tree.marked), *closed))

    @property
    def _contents(self) -> Mapping[str, bytes]:
        """The digests of what the files of the project hold."""
        return self._cache.digests(self._tree.files)

    def _key(self) -> bytes | None:
        """Return the digest of all that is known beforehand, None where a file is not."""
        contents = self._contents
        if not all(contents.values()):
            return None
        return hashed((self._around, f"{len(contents)}", *contents, *contents.values()))


def keeper_for(terms: Terms, settings: ProjectSettings, disk: Disk) -> Keeper | None:
    """Return who keeps the audits of a project, None where none can be kept.

    Contracts and rules that are code of others may ask anything of anybody.
    """
    cache = disk.cache
    if cache is None or settings.runs_custom_contracts or settings.own_rules:
        return None
    return Keeper(terms, settings, disk, cache)
