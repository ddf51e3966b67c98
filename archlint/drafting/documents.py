"""Documents: settings as a file of their own, or as the table in a `pyproject.toml`."""

from collections.abc import Callable, Iterable

import tomlkit
from tomlkit.items import AoT, Array, Table

Filled = tomlkit.TOMLDocument | Table
Fill = Callable[[Filled], None]
"""Puts the settings into the table that holds them."""


def as_own_file(fill: Fill) -> str:
    """Return the text of an `archlint.toml`."""
    document = tomlkit.document()
    fill(document)
    return document.as_string()


def as_shared_table(fill: Fill) -> str:
    """Return `[tool.archlint]` and the tables below it, to be put behind a `pyproject.toml`."""
    own = tomlkit.table()
    fill(own)
    tool = tomlkit.table(is_super_table=True)
    tool.add("archlint", own)
    document = tomlkit.document()
    document.add("tool", tool)
    return document.as_string().lstrip("\n")


def tables(each: Iterable[Table]) -> AoT:
    """Return an array of tables."""
    found = tomlkit.aot()
    for table in each:
        found.append(table)
    return found


_ONE_LINE = 72


def array(texts: tuple[str, ...]) -> Array:
    """Return an array of texts, on one line where they are short."""
    found = tomlkit.array()
    found.extend(texts)
    return found.multiline(multiline=sum(map(len, texts)) + 4 * len(texts) > _ONE_LINE)
