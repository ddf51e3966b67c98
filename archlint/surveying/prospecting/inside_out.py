"""Inside out: the main parts of a program, in the order in which the fewest imports lead back."""

from collections import Counter

from archlint.model.code.cycles.cuts import MOST_NODES, best_order
from archlint.model.code.cycles.orderings import good_order
from archlint.model.codebase import Codebase
from archlint.surveying.prospecting.neighbours import Neighbours
from archlint.surveying.prospecting.trunk import trunk


def inside_out(codebase: Codebase) -> tuple[str, ...]:
    """Return the packages at the top of a program, that first which needs none of the others.

    Modules that lie beside them are left out.
    """
    stem = trunk(codebase.modules)
    weights: Counter[tuple[str, str]] = Counter()
    parts = {part for each in codebase.modules if (part := _part(each.name, stem))}
    neighbours = Neighbours(codebase.dependencies, codebase.catalog)
    for (importer, imported), weight in neighbours.edges.items():
        pair = _part(importer, stem), _part(imported, stem)
        if all(pair) and pair[0] != pair[1]:
            weights[pair] += weight
    names = sorted(parts)
    return tuple((best_order if len(names) <= MOST_NODES else good_order)(names, weights))


def _part(module: str, stem: str) -> str:
    """Return the package at the top in which a module lies, "" for one that lies beside them."""
    top, dot, _ = module.removeprefix(stem).partition(".")
    return f"{stem}{top}" if dot and module.startswith(stem) else ""
