"""Stamps: how a file looked from outside when its content was last read.

A file that still looks the same need not be read again to know what it holds. One that changed
within two seconds before it was looked at is not trusted: a second change may leave the same stamp
on a disk with coarse times, as git knows of its index.
"""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from archlint.sources.cache.files import opened, replacing
from archlint.sources.cache.segments import LARGEST
from archlint.sources.digest import SIZE, digest_of

_SETTLED = 2_000_000_000
_WIDEST = (1 << 63) - 1


class Stamp(NamedTuple):
    """Size, times in nanoseconds and number of a file, and the digest of what it held."""

    size: int
    modified: int
    changed: int
    number: int
    digest: bytes = b""


_STAMPS = msgspec.msgpack.Decoder(dict[str, Stamp])


class Stamps:
    """The stamps of the files below one folder, kept in one file.

    `began` is the time in nanoseconds before which nobody looked at the files.
    """

    def __init__(self, file: Path, folder: str, began: int) -> None:
        self._file = file
        self._folder = folder
        self._before = _read(file)
        self._kept = self._before
        self._now: dict[str, Stamp] = {}
        self._began = began

    def digest(self, path: str) -> bytes:
        """Return the digest of a file that has not changed, b"" where that is not known."""
        if path not in self._now:
            self._now[path] = self._look(path)
        return self._now[path].digest

    def _look(self, path: str) -> Stamp:
        seen = self._seen(path)
        before = self._before.get(path)
        return before if before and before[:4] == seen[:4] else seen

    def _seen(self, path: str) -> Stamp:
        try:
            found = os.stat(f"{self._folder}/{path}")  # noqa: PTH116 - half as fast by pathlib
        except OSError:
            return Stamp(0, 0, 0, 0)
        number = found.st_ino & _WIDEST
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, number)

    def read(self, path: str) -> bytes:
        """Return the digest of a file, which is read if it has to be; b"" where it cannot be."""
        if known := self.digest(path):
            return known
        if found := self._content(path):
            self.note(path, found)
        return found

    def _content(self, path: str) -> bytes:
        with suppress(OSError), open(f"{self._folder}/{path}", "rb") as file:  # noqa: PTH123
            return digest_of(file.read())
        return b""

    def is_steady(self, path: str) -> bool:
        """Whether a file that was asked for still holds what is known of it."""
        known = self._now[path]
        if not known.digest or self._seen(path)[:4] != known[:4]:
            return False
        return self._is_settled(known) or self._content(path) == known.digest

    def note(self, path: str, digest: bytes) -> None:
        """Note what a file holds that has been looked at before."""
        self._now[path] = self._now[path]._replace(digest=digest)

    def save(self) -> None:
        """Keep the stamps of all files that were asked for so far, if the disk lets us.

        More may be asked for later: there is nothing to keep as long as nothing is new.
        """
        kept = {path: stamp for path, stamp in self._now.items() if self._is_settled(stamp)}
        if kept.items() <= self._kept.items():
            return
        with suppress(OSError, UnicodeEncodeError):
            content = msgspec.msgpack.encode(kept)
            with replacing(self._file) as file:
                file.write(content)
            self._kept = kept

    def _is_settled(self, stamp: Stamp) -> bool:
        latest = max(stamp.modified, stamp.changed)
        return bool(stamp.digest) and latest < self._began - _SETTLED


def stamps_name(folder: Path) -> str:
    """Return the name of the file that keeps the stamps of a folder."""
    return f"{blake2b(os.fsencode(folder.resolve()), digest_size=8).hexdigest()}.stamps"


def _read(file: Path) -> dict[str, Stamp]:
    try:
        with opened(file) as stream:
            found = _STAMPS.decode(stream.read(LARGEST))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):  # not there, or damaged
        return {}
    return {path: stamp for path, stamp in found.items() if len(stamp.digest) == SIZE}
