"""Ranking: which layer stands further out, by what is usual and by the fewest imports backward."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from archlint.model.architecture.layers import Role
from archlint.model.code.cycles.cuts import best_order

_FIRST = (Role.SHARED, Role.DOMAIN)
_LAST = (Role.CONTROLLERS, Role.COMPOSITION)
_AROUND_CORE = (Role.ADAPTERS, Role.CONTROLLERS, Role.PERSISTENCE, Role.INFRASTRUCTURE)

Edges = Mapping[tuple[str, str], int]


def rings(found: Collection[Role]) -> dict[Role, int]:
    """Return the rings around a core: all that is outside stands side by side."""
    order = ((Role.SHARED,), (Role.DOMAIN,), (Role.APPLICATION,), _AROUND_CORE, (Role.COMPOSITION,))
    present = [tuple(role for role in ring if role in found) for ring in order]
    return {role: number for number, ring in enumerate(filter(None, present)) for role in ring}


def storeys(found: Collection[Role], edges: Edges, roles: Mapping[str, Role]) -> dict[Role, int]:
    """Return technical layers one over the other.

    What lies between the models and the controllers is ordered such that the fewest imports lead
    outward. `edges` say how often one module imports another.
    """
    middle = sorted(set(found) - {*_FIRST, *_LAST})
    weights: Counter[tuple[str, str]] = Counter()
    for (importer, imported), weight in edges.items():
        pair = roles.get(importer), roles.get(imported)
        if pair[0] in middle and pair[1] in middle and pair[0] != pair[1]:
            weights[pair[0], pair[1]] += weight
    order = (*_FIRST, *map(Role, best_order(middle, weights)), *_LAST)
    return {role: number for number, role in enumerate(r for r in order if r in found)}


def backward(edges: Edges, roles: Mapping[str, Role], ranks: Mapping[Role, int]) -> tuple[int, int]:
    """Return how many imports between layers there are, and how many of them lead outward."""
    pairs = list(_between(edges, roles))
    outward = sum(weight for one, other, weight in pairs if ranks[other] > ranks[one])
    return sum(weight for _, _, weight in pairs), outward


def _between(edges: Edges, roles: Mapping[str, Role]) -> Iterator[tuple[Role, Role, int]]:
    for (importer, imported), weight in edges.items():
        one, other = roles.get(importer), roles.get(imported)
        if one and other and one is not other:
            yield one, other, weight
