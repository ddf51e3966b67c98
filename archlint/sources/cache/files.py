"""Files of the cache: opened without trust, written so that nobody ever sees half of one."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import BinaryIO

UNFINISHED = ".part"
_ABANDONED = 24 * 60 * 60
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS | getattr(os, "O_BINARY", 0)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read; raise OSError for a link, a pipe or whatever else is no plain file."""
    descriptor = os.open(path, _READ)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - it is a descriptor
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(f"{path} is no plain file")
        yield file


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of `path` when all has been written, or never."""
    unfinished = path.with_name(f"{os.urandom(8).hex()}{UNFINISHED}")
    descriptor = os.open(unfinished, _WRITE, 0o666)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - it is a descriptor
            yield file
        os.replace(unfinished, path)  # noqa: PTH105 - it says what it does
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def sweep(folder: Path) -> None:
    """Remove what killed runs have left unfinished."""
    with suppress(OSError):
        for path in folder.glob(f"*{UNFINISHED}"):
            if path.lstat().st_mtime < time() - _ABANDONED:
                path.unlink()
