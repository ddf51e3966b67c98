"""The catalog of libraries that archlint ships."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from archlint.model.catalog import Catalog, Library, Policy
from archlint.settings.installed import topics


@cache
def shipped_catalog() -> Catalog:
    """Read the catalog."""
    return Catalog({library.name: library for library in _libraries()}, topics=topics)


def _libraries() -> Iterator[Library]:
    source = files("archlint.settings").joinpath("framework_catalog.tsv")
    _header, *rows = source.read_text(encoding="utf-8").splitlines()
    for row in rows:
        kind, name, distribution, in_domain, in_application, _note = row.split("\t")
        yield Library(
            name=name,
            kind=kind,
            distribution=distribution,
            in_domain=Policy(in_domain),
            in_application=Policy(in_application),
        )
