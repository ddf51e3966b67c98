"""The home of a cache: which folder it is, whether it can be trusted, what lies in it."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time

NAME = ".archlint_cache"

_SHELF = re.compile(r"[a-z]+-[0-9a-f]{16}")
_LOOSE = re.compile(r"[0-9a-f]{16}\.(?:stamps|part)")
_TEXTS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": (
        "Signature: 8a477f597d28d172789f06886806bc55\n"
        "# This is the cache of archlint; it may be removed at any time.\n"
    ),
}
_FORGOTTEN = 30 * 24 * 60 * 60
"""Seconds after which the facts of another edition, to which nothing was added, are given up."""


@dataclass(frozen=True, slots=True)
class Home:
    """A folder that is or may become a cache.

    Where somebody named it, it may be a link or belong to another user; a folder that merely lies
    in the project may have come with the project, from anybody.
    """

    path: Path
    is_named: bool = False

    def fault(self) -> str:
        """Return why the folder cannot be used, "" when it can or is not there yet."""
        try:
            found = self.path.stat() if self.is_named else self.path.lstat()
        except OSError:
            return ""
        if stat.S_ISLNK(found.st_mode):
            return "it is a link"
        if not stat.S_ISDIR(found.st_mode):
            return "it is no folder"
        if not self.is_named and found.st_uid != _user(found.st_uid):
            return "it belongs to another user"
        return ""

    def is_ready(self) -> bool:
        """Make the folder unless it is there; whether there is one that can be used."""
        if self.fault():
            return False
        if not self.path.exists():
            with suppress(OSError):
                self.path.mkdir(parents=True)
                for name, text in _TEXTS.items():
                    (self.path / name).write_text(text)
        return self.path.is_dir()

    def shelves(self) -> Iterator[Path]:
        """Yield the folders that hold facts."""
        yield from (path for path in self._inside() if _is_shelf(path))

    def prune(self, current: str) -> None:
        """Remove the facts of other editions that have not changed for long."""
        for shelf in self.shelves():
            if shelf.name.rpartition("-")[2] != current and _age(shelf) > _FORGOTTEN:
                _remove(shelf)

    def clean(self) -> None:
        """Remove all that archlint has put here, and the folder if nothing else is in it."""
        if self.fault():
            return
        for shelf in self.shelves():
            _remove(shelf)
        for path in self._inside():
            if _LOOSE.fullmatch(path.name) or _is_text(path):
                path.unlink()
        with suppress(OSError):
            self.path.rmdir()

    def _inside(self) -> list[Path]:
        try:
            return sorted(self.path.iterdir())
        except OSError:
            return []


def _user(otherwise: int) -> int:
    return os.geteuid() if hasattr(os, "geteuid") else otherwise


def _is_shelf(path: Path) -> bool:
    return bool(_SHELF.fullmatch(path.name)) and path.is_dir() and not path.is_symlink()


def _is_text(path: Path) -> bool:
    text = _TEXTS.get(path.name)
    return text is not None and path.is_file() and path.read_bytes() == text.encode()


def _age(path: Path) -> float:
    return time() - path.lstat().st_mtime


def _remove(shelf: Path) -> None:
    import shutil

    shutil.rmtree(shelf, ignore_errors=True)


def home_of(folder: Path, named: Path | None) -> Home:
    """Return the cache that somebody named, or the one in the folder of the project."""
    return Home(named, is_named=True) if named else Home(folder / NAME)
