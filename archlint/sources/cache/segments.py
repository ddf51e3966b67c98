"""Segments: files that hold the facts of many files, each written once and never changed.

Few large files are read much faster than many small ones, and runs that only ever add files of
their own do not disturb one another. What is kept comes first, the index after it, and at the end
the place of the index with a checksum.
"""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

import msgspec

from archlint.sources.cache.files import opened
from archlint.sources.digest import SIZE

SUFFIX = ".facts"
LARGEST = 64 << 20
"""Bytes that one entry or one index may have at most: whatever says more is damaged."""

_MAGIC = b"archlint facts 1"
_END = struct.Struct("<QII16s")


class Entry(NamedTuple):
    """Where the facts of one content stand; `day` is when they were last of use, since 1970."""

    digest: bytes
    offset: int
    size: int
    checksum: int
    day: int


_INDEX = msgspec.msgpack.Decoder(list[Entry])


class DamagedError(Exception):
    """A segment does not hold what a segment holds."""


def read_index(path: Path) -> list[Entry]:
    """Return what a segment holds; raise DamagedError or OSError."""
    with opened(path) as file:
        end = file.seek(0, 2) - _END.size
        file.seek(max(end, 0))
        offset, size, checksum, magic = _unpacked(file.read(_END.size))
        if magic != _MAGIC or size > LARGEST or offset + size != end:
            raise DamagedError(path)
        file.seek(offset)
        entries = _entries(file.read(size), checksum)
    if not all(_is_sound(entry, offset) for entry in entries):
        raise DamagedError(path)
    return entries


def _unpacked(end: bytes) -> tuple[int, int, int, bytes]:
    try:
        offset, size, checksum, magic = _END.unpack(end)
    except struct.error as error:
        raise DamagedError from error
    return offset, size, checksum, magic


def _entries(index: bytes, checksum: int) -> list[Entry]:
    if crc32(index) != checksum:
        raise DamagedError
    try:
        return _INDEX.decode(index)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise DamagedError from error


def _is_sound(entry: Entry, end: int) -> bool:
    return (
        len(entry.digest) == SIZE
        and 0 <= entry.size <= LARGEST
        and 0 <= entry.offset <= end - entry.size
    )


def read_contents(path: Path, entries: Iterable[Entry]) -> Iterator[tuple[Entry, bytes]]:
    """Yield what the entries of a segment stand for; raise DamagedError or OSError."""
    with opened(path) as file:
        for entry in sorted(entries, key=lambda entry: entry.offset):
            file.seek(entry.offset)
            content = file.read(entry.size)
            if crc32(content) != entry.checksum:
                raise DamagedError(path)
            yield entry, content


class Scribe:
    """Writes a segment into an open file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._offset = 0
        self._entries: list[Entry] = []

    def add(self, digest: bytes, content: bytes, day: int) -> None:
        """Write one entry; what is too large is left out."""
        if len(content) > LARGEST:
            return
        self._file.write(content)
        self._entries.append(Entry(digest, self._offset, len(content), crc32(content), day))
        self._offset += len(content)

    def finish(self) -> None:
        """Write the index."""
        index = msgspec.msgpack.encode(self._entries)
        offset = self._file.tell()  # further than the last entry where one was interrupted
        self._file.write(index + _END.pack(offset, len(index), crc32(index), _MAGIC))
