"""The stock: what lies in a cache, counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archlint.sources.cache.edition import edition
from archlint.sources.cache.home import Home
from archlint.sources.cache.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Stock:
    """The facts of one reader: of how many contents, in how many bytes.

    `is_current` says whether this archlint, run by this Python, can use them.
    """

    reader: str
    contents: int
    size: int
    is_current: bool


def stocks(home: Home) -> Iterator[Stock]:
    """Yield what lies in a cache; nothing where it cannot be used."""
    if home.fault():
        return
    for shelf in home.shelves():
        reader, _, name = shelf.name.rpartition("-")
        yield Stock(reader, Shelf(shelf).count, _size(shelf), name == edition())


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.iterdir())
