"""The stock: what lies in a cache, counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archlint.sources.cache.drawer import Drawer
from archlint.sources.cache.edition import edition
from archlint.sources.cache.home import Home
from archlint.sources.cache.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Stock:
    """The facts of one reader, or what is kept under another name: how much, in how many bytes.

    `is_current` says whether this archlint, run by this Python, can use them.
    """

    reader: str
    contents: int
    size: int
    is_current: bool


def stocks(home: Home, whole: str | None = None) -> Iterator[Stock]:
    """Yield what lies in a cache; nothing where it cannot be used.

    `whole` is the edition of archlint as a whole, on which answers depend that are no facts.
    """
    if home.fault():
        return
    for shelf in home.shelves():
        reader, _, name = shelf.name.rpartition("-")
        count = Shelf(shelf).count or len(Drawer(shelf).files)
        yield Stock(reader, count, _size(shelf), name in {edition(), whole})


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.iterdir())
