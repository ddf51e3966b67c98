"""Allowances, written as tables to be put behind the settings that are there."""

from collections.abc import Iterable
from functools import partial

import tomlkit
from tomlkit.items import Table

from archlint.drafting import documents
from archlint.drafting.documents import Filled
from archlint.model.architecture.allowances import Allowance


def as_own_file(allowances: Iterable[Allowance]) -> str:
    """Return the tables as they stand in an `archlint.toml`."""
    return documents.as_own_file(partial(_fill, allowances=allowances))


def as_shared_table(allowances: Iterable[Allowance]) -> str:
    """Return the tables as they stand in a `pyproject.toml`."""
    return documents.as_shared_table(partial(_fill, allowances=allowances))


def _fill(table: Filled, allowances: Iterable[Allowance]) -> None:
    table.add("allowances", documents.tables(map(_table, allowances)))


def _table(allowance: Allowance) -> Table:
    table = tomlkit.table()
    table.add("rule", allowance.rule)
    if allowance.source:
        table.add("from", allowance.source.text)
    if allowance.target:
        table.add("to", allowance.target.text)
    table.add("because", allowance.because)
    if allowance.until:
        table.add("until", allowance.until)
    return table
