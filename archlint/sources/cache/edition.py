"""The edition of the readers: all that facts depend on beside the file that is read.

It is taken from the sources of the readers and of the facts themselves, so that nobody can forget
to count it on when a reader changes.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).parents[2]
_COUNTING = (
    "__init__.py",
    "version.py",
    "model/__init__.py",
    "model/modules.py",
    "model/nearest.py",
    "model/facts",
    "sources",
)


@cache
def edition() -> str | None:
    """Return a short hash, or None where the sources cannot be read and nothing can be kept."""
    return _hash((file.relative_to(PACKAGE).as_posix(), file) for file in sources())


@cache
def whole_edition(book: Path) -> str | None:
    """Return the same of all that archlint says and does, its book of rules included."""
    pages = ((page.name, page) for page in sorted(book.glob("*.md")))
    return _hash([*_everything(str(PACKAGE)), *pages])


def _hash(files: Iterable[tuple[str, Path | str]]) -> str | None:
    digest = blake2b(digest_size=8)
    digest.update(f"{sys.implementation.name} {sys.hexversion:x}\0".encode())
    try:
        digest.update(_parser())
        for name, path in files:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - half as fast by pathlib
                text = file.read()
            digest.update(f"{name}\0{len(text)}\0".encode())
            digest.update(text)
    except OSError:
        return None
    return digest.hexdigest()


def _everything(folder: str) -> Iterator[tuple[str, str]]:
    """Yield every file below a folder, by its path there."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = f"{where}/{name}"
            yield path[len(folder) :], path


def sources() -> Iterator[Path]:
    """Yield the files that count, in an order that does not depend on the disk."""
    for name in _COUNTING:
        place = PACKAGE / name
        yield from [place] if place.suffix else sorted(place.rglob("*.py"))


def _parser() -> bytes:
    """Return the version of LibCST without importing it, which is what the cache is to save."""
    spec = find_spec("libcst")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("libcst")
    try:
        return Path(spec.origin).with_name("_version.py").read_bytes()
    except FileNotFoundError:
        from importlib.metadata import version

        return version("libcst").encode()
