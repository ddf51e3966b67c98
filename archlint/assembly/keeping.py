"""Keeps whole audits: as long as nothing has changed that an audit speaks of, it still holds.

What it depends on is of two kinds. Its key says how it was asked for, what archlint is, and which
files the project has with which contents; its testimony, what else was read while it was made.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import msgspec

from archlint import rulebook
from archlint.assembly.request import Request, baseline_of, settings_file, today
from archlint.model.audit import Audit
from archlint.settings.environments import distributions, names_around
from archlint.settings.mistakes import shown
from archlint.settings.project import ProjectSettings
from archlint.sources.cache.cache import Cache
from archlint.sources.cache.drawer import Drawer
from archlint.sources.cache.edition import whole_edition
from archlint.sources.digest import SIZE
from archlint.sources.disk import Disk
from archlint.sources.witness import Testimony, Witness

NAME = "audits"


@dataclass(frozen=True, slots=True)
class _Kept:
    testimony: Testimony
    audit: Audit


class Terms:
    """All that an audit of the project around a folder depends on beside the files that it reads.

    It is looked at when the run begins: what changes later must not be taken for what was judged.
    """

    def __init__(self, folder: Path, request: Request) -> None:
        self._folder = folder
        self._request = request
        self.digest = _hashed(self._parts())

    def still_hold(self) -> bool:
        """Whether nothing of it has changed since."""
        return _hashed(self._parts()) == self.digest

    def _parts(self) -> Iterator[str | bytes]:
        yield today().isoformat()
        for names in (self._request.select, self._request.ignore):
            yield from (str(len(names)), *names)
        file = settings_file(self._folder, self._request)
        yield from (shown(file), file.read_bytes()) if file and file.is_file() else ("none",)
        yield from sorted(distributions())
        yield from sorted(names_around(file.absolute().parent if file else self._folder))
        baseline = baseline_of(self._folder, self._request)
        yield baseline.name
        yield from _contents(baseline.path)


class Keeper:
    """Recalls the audit of a project as it is now, or keeps it."""

    def __init__(self, terms: Terms, settings: ProjectSettings, disk: Disk, cache: Cache) -> None:
        self._terms = terms
        self._tree = disk.tree(settings.exclude)
        self._disk = disk
        self._cache = cache
        self._before = self._key() if self._drawer and self._drawer.files else None

    def recall(self) -> Audit | None:
        """Return the audit of the same files on the same terms, if there is one."""
        content = self._drawer.take(self._before) if self._drawer and self._before else None
        try:
            kept = msgspec.msgpack.decode(content, type=_Kept) if content else None
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None
        return kept.audit if kept and kept.testimony.holds(self._disk) else None

    def keep(self, audit: Audit, witness: Witness) -> None:
        """Keep an audit that was just made, unless something has changed meanwhile.

        What does not come back as it was is not kept either.
        """
        key = self._key()
        testimony = witness.testimony(self._tree.files)
        if not (self._drawer and key and self._is_certain(key, testimony)):
            return
        try:
            content = msgspec.msgpack.encode(_Kept(testimony, audit))
            if msgspec.msgpack.decode(content, type=_Kept).audit == audit:
                self._drawer.put(key, content)
        except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
            return

    def _is_certain(self, key: bytes, testimony: Testimony) -> bool:
        """Whether it is beyond doubt that the audit is about what the key says."""
        return (
            self._before in {None, key}
            and self._cache.is_repeatable
            and all(testimony.files.values())
            and self._cache.is_steady([*self._tree.files, *testimony.files])
            and self._terms.still_hold()
        )

    @cached_property
    def _drawer(self) -> Drawer | None:
        edition = whole_edition(rulebook.folder())
        return self._cache.drawer(f"{NAME}-{edition}") if edition else None

    def _key(self) -> bytes | None:
        """Return the digest of all files, None where the content of one cannot be known."""
        tree = self._tree
        digests = self._cache.digests(tree.files)
        if not all(digests.values()):
            return None
        counts = f"{len(tree.files)} {len(tree.marked)}"
        closed = (part for each in tree.closed for part in each)
        files: tuple[str | bytes, ...] = (*tree.files, *digests.values())
        return _hashed((self._terms.digest, counts, *files, *sorted(tree.marked), *closed))


def keeper_for(terms: Terms, settings: ProjectSettings, disk: Disk) -> Keeper | None:
    """Return who keeps the audits of a project, None where none can be kept.

    Contracts and rules that are code of others may ask anything of anybody.
    """
    cache = disk.cache
    if cache is None or settings.runs_custom_contracts or settings.own_rules:
        return None
    return Keeper(terms, settings, disk, cache)


def _contents(folder: Path) -> Iterator[str | bytes]:
    """Yield all files below a folder with what they hold."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(where).relative_to(folder).as_posix(), str(len(names)))
        for name in sorted(names):
            yield from (name, _content(Path(where, name)))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        return str(error.strerror).encode()


def _hashed(parts: Iterator[str | bytes] | Sequence[str | bytes]) -> bytes:
    """Return a digest of the parts, each with its length, so that none runs into the next."""
    digest = blake2b(digest_size=SIZE)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d\0" % len(content))
        digest.update(content)
    return digest.digest()
