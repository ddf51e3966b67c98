"""Libraries that a layer of the core must not import, one of each kind."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.codebase import Codebase


def forbidden_libraries(codebase: Codebase, layer: Layer) -> Iterator[Library]:
    """Yield a denied library of each kind, one that the program itself uses if there is one."""
    used = {d.library.partition(".")[0] for d in codebase.dependencies if d.library}
    tops = {module.import_name.partition(".")[0] for module in codebase.modules}
    known = codebase.catalog.libraries.values()
    told: set[str] = set()
    for library in sorted(known, key=lambda each: (_top(each) not in used, each.name)):
        policy = codebase.arrivals.frameworks.imported(layer, library.name)
        if policy is Policy.DENY and library.kind not in told and _top(library) not in tops:
            told.add(library.kind)
            yield library


def _top(library: Library) -> str:
    return library.name.partition(".")[0]
