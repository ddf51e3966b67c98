"""Strongly connected components, and how far from the inside each of them has to stand."""

from collections.abc import Iterator, Mapping, Sequence

Outward = Mapping[str, Mapping[str, int]]
"""By node the nodes that stand further out, each with the least number of rings between them."""


def rings(nodes: Sequence[str], outward: Outward) -> dict[str, int]:
    """Return the ring of each node: 0, or as far out as what must be further in demands.

    Nodes that demand this of one another in a circle get the same ring.
    """
    found: dict[str, int] = dict.fromkeys(nodes, 0)
    for component in components(nodes, outward):
        ring = max(found[node] for node in component)
        for node in component:
            found[node] = ring
        for node in component:
            for further, distance in outward.get(node, {}).items():
                if further not in component:
                    found[further] = max(found[further], ring + distance)
    return found


def components(nodes: Sequence[str], outward: Outward) -> Iterator[frozenset[str]]:
    """Yield the components, a component before those that stand further out (Kosaraju)."""
    inward: dict[str, dict[str, int]] = {node: {} for node in nodes}
    for node, further in outward.items():
        for other in further:
            inward[other][node] = 0
    seen: set[str] = set()
    for node in reversed(_finished(nodes, outward)):
        if node not in seen:
            component = frozenset(_reached(node, inward, seen))
            yield component


def _finished(nodes: Sequence[str], edges: Outward) -> list[str]:
    """Return the nodes in the order in which a search in depth leaves them."""
    order: list[str] = []
    seen: set[str] = set()
    for start in nodes:
        order += _reached(start, edges, seen) if start not in seen else ()
    return order


def _reached(start: str, edges: Outward, seen: set[str]) -> Iterator[str]:
    """Yield what can be reached from a node and was not seen, each after what lies behind it."""
    seen.add(start)
    path = [(start, iter(edges.get(start, ())))]
    while path:
        node, rest = path[-1]
        fresh = next((other for other in rest if other not in seen), None)
        if fresh is None:
            path.pop()
            yield node
        else:
            seen.add(fresh)
            path.append((fresh, iter(edges.get(fresh, ()))))
