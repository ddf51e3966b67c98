"""Libraries that a layer must not import: one of each kind, and one that its list leaves out."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.codebase import Codebase


def forbidden_libraries(codebase: Codebase, layer: Layer) -> Iterator[Library]:
    """Yield a denied library of each kind, one that the program itself uses if there is one."""
    told: set[str] = set()
    for library in _candidates(codebase):
        policy = codebase.arrivals.frameworks.imported(layer, library.name)
        if policy is Policy.DENY and library.kind not in told:
            told.add(library.kind)
            yield library


def unlisted_library(codebase: Codebase, layer: Layer) -> Library | None:
    """Return a library that is no framework to the layer but not on its list, None without one."""
    frameworks = codebase.arrivals.frameworks
    for library in _candidates(codebase):
        is_fine = frameworks.imported(layer, library.name) is Policy.ALLOW
        if is_fine and not library.is_stdlib and frameworks.is_off_list(layer, library.name):
            return library
    return None


def _candidates(codebase: Codebase) -> list[Library]:
    """Return the libraries of the catalog, those that the program uses first.

    What a module of the program hides by its own name is left out.
    """
    used = {_top(d.library) for d in codebase.dependencies if d.library}
    hidden = {_top(module.import_name) for module in codebase.modules}
    hidden |= {_top(module.path_name) for module in codebase.modules}
    libraries = codebase.catalog.libraries.values()
    seen = (library for library in libraries if _top(library.name) not in hidden)
    return sorted(seen, key=lambda each: (_top(each.name) not in used, each.name))


def _top(dotted: str) -> str:
    return dotted.partition(".")[0]
