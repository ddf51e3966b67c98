"""The shelf: what one reader has found, in one edition, by the digests of contents."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import time

from archlint.sources.cache.files import replacing, sweep
from archlint.sources.cache.segments import (
    SUFFIX,
    DamagedError,
    Entry,
    Scribe,
    read_contents,
    read_index,
)

MANY = 8
"""Segments that may lie beside one another before they are made one."""

MOST = 256 << 20
"""Bytes to which a shelf is cut down when it is made one segment; what a run uses stays."""

_WEEK = 7
_MONTH = 30


def today() -> int:
    """Return the days since 1970."""
    return int(time() // 86_400)


class Shelf:
    """A folder of segments; whatever goes wrong with it, its content is as good as absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[bytes] = set()
        self._places = _places(_segments(folder))

    @property
    def count(self) -> int:
        """Of how many contents facts are kept."""
        return len(self._places)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept here."""
        return not self._places

    def take(self, wanted: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Yield digests and contents, of those wanted that are kept."""
        found: dict[Path, list[Entry]] = defaultdict(list)
        for digest in wanted:
            if place := self._places.get(digest):
                found[place[0]].append(place[1])
        for path, entries in found.items():
            with _dropping_damaged(path):
                for entry, content in read_contents(path, entries):
                    self._used.add(entry.digest)
                    yield entry.digest, content

    def additions(self) -> "Additions":
        """Open the shelf for more."""
        return Additions(self._folder, self._used)

    def tidy(self) -> None:
        """Make one segment of many, and leave out what has not been used for long."""
        segments = _segments(self._folder)
        before = (self._places[digest][1] for digest in self._used if digest in self._places)
        worn = any(entry.day < today() - _WEEK for entry in before)
        if len(segments) <= MANY and not worn:
            return
        self._places = _places(segments)  # those of this run are among them by now
        with suppress(OSError, DamagedError):
            self._rewrite()
            for path in segments:
                path.unlink(missing_ok=True)

    def _rewrite(self) -> None:
        by_segment: dict[Path, list[Entry]] = defaultdict(list)
        for path, entry in self._worth_keeping():
            by_segment[path].append(entry)
        with _new_segment(self._folder) as scribe:
            for path, entries in by_segment.items():
                for entry, content in read_contents(path, entries):
                    scribe.add(entry.digest, content, self._day(entry))

    def _worth_keeping(self) -> Iterator[tuple[Path, Entry]]:
        size = 0
        for path, entry in sorted(self._places.values(), key=lambda place: -self._day(place[1])):
            size += entry.size
            is_young = self._day(entry) >= today() - _MONTH and size <= MOST
            if is_young or entry.digest in self._used:
                yield path, entry

    def _day(self, entry: Entry) -> int:
        return today() if entry.digest in self._used else entry.day


class Additions:
    """What a run adds to a shelf: one segment, written when there is something to write.

    It does not matter whether it can be written; what has been added before an interruption stays.
    """

    def __init__(self, folder: Path, used: set[bytes]) -> None:
        self._folder = folder
        self._used = used
        self._segment = ExitStack()
        self._scribe: Scribe | None = None
        self._can_write = True

    def add(self, digest: bytes, content: bytes) -> None:
        """Keep one more."""
        if not self._can_write:
            return
        try:
            self._scribe = self._scribe or self._begun()
            self._scribe.add(digest, content, today())
            self._used.add(digest)
        except OSError as error:
            self._can_write = False
            with suppress(OSError):
                self._segment.__exit__(type(error), error, error.__traceback__)

    def _begun(self) -> Scribe:
        self._folder.mkdir(exist_ok=True)
        sweep(self._folder)
        return self._segment.enter_context(_new_segment(self._folder))

    def close(self) -> None:
        """Put the segment on the shelf."""
        with suppress(OSError):
            self._segment.close()


def _segments(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.name.endswith(SUFFIX))
    except OSError:
        return []


def _places(segments: Iterable[Path]) -> dict[bytes, tuple[Path, Entry]]:
    return {entry.digest: (path, entry) for path in segments for entry in _index(path)}


def _index(path: Path) -> list[Entry]:
    with _dropping_damaged(path):
        return read_index(path)
    return []


@contextmanager
def _dropping_damaged(path: Path) -> Iterator[None]:
    """Remove a segment that proves to be damaged; one that is gone was made one with others."""
    try:
        yield
    except OSError:
        pass
    except DamagedError:
        with suppress(OSError):
            path.unlink()


@contextmanager
def _new_segment(folder: Path) -> Iterator[Scribe]:
    with replacing(folder / f"{os.urandom(8).hex()}{SUFFIX}") as file:
        scribe = Scribe(file)
        yield scribe
        scribe.finish()
