"""Environments: what is installed beside archlint, or where the project runs."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_USUAL = (".venv", "venv", "env")
_RECORDS = (".dist-info", ".egg-info")
_SITES = ("lib/python*/site-packages", "Lib/site-packages")


def installed_names(folder: Path) -> Iterator[str]:
    """Yield the packages and distributions of every environment that belongs to a project.

    Nothing is imported; of the project's own environments only the names of files are read.
    """
    from importlib.metadata import packages_distributions  # few runs ask, and it is slow to load

    for package, distributions in packages_distributions().items():
        yield from (package, *distributions)
    yield from names_around(folder)


def names_around(folder: Path) -> Iterator[str]:
    """Yield what the project's own environments hold, by the names of files."""
    for environment in _environments(folder):
        for pattern in _SITES:
            for site in environment.glob(pattern):
                yield from _names_in(site)


def distributions() -> Iterator[str]:
    """Yield what is installed beside archlint, with when it was: all that can be asked about it."""
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            for entry in entries:
                if entry.name.endswith(_RECORDS):
                    yield f"{entry.name} {entry.stat().st_mtime_ns}"


def _environments(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in _USUAL)
    if active := os.environ.get("VIRTUAL_ENV"):
        yield Path(active)


def _names_in(site: Path) -> Iterator[str]:
    for entry in site.iterdir():
        name = entry.name
        yield name.partition("-")[0] if name.endswith(".dist-info") else name.partition(".")[0]
