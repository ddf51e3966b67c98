"""The names of libraries that settings use, and which of them mean nothing."""

import re
import sys
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from archlint.model.catalog import Catalog
from archlint.settings.environments import installed_names
from archlint.settings.mistakes import Mistake, shown
from archlint.settings.project import ProjectSettings


def unheard_of(settings: ProjectSettings, imported: Iterable[str]) -> Iterator[Mistake]:
    """Yield a warning for each name that is likely misspelt.

    That is one that the program does not import (`imported` are dotted names), that is not
    installed, and that the catalog does not know, neither as a library nor as a kind.
    """
    if not settings.library_places or settings.file is None:
        return
    heard = {part for name in imported for part in _upwards(_plain(name))}
    known = set(_of_catalog(settings.catalog))
    strange = [
        (place, name)
        for name, place in settings.library_places.items()
        if _plain(name) not in heard and known.isdisjoint(_upwards(_plain(name)))
    ]
    installed = {_plain(name) for name in installed_names(settings.folder)} if strange else set()
    for place, name in strange:
        if installed.isdisjoint(_upwards(_plain(name))):
            message = _told(name, sorted(heard | known))
            yield Mistake(shown(settings.file), place.line, place.column, message)


def _told(name: str, known: list[str]) -> str:
    near = get_close_matches(_plain(name), known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"no library {name!r} is imported or installed, nor is it in the catalog{hint}"


def _of_catalog(catalog: Catalog) -> Iterator[str]:
    for library in catalog.libraries.values():
        yield from (_plain(library.name), _plain(library.distribution), library.kind)
    yield from sys.stdlib_module_names


def _plain(name: str) -> str:
    """Return an import name or the name of a distribution in one spelling for both."""
    return re.sub(r"[-_.]+", ".", name).lower().removesuffix(".*")


def _upwards(name: str) -> Iterator[str]:
    while name:
        yield name
        name = name.rpartition(".")[0]
