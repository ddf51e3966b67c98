"""Strongly connected components: the nodes of a graph that all reach one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Successors = Mapping[str, Sequence[str]]
"""Which nodes each node leads to; a node without an entry leads nowhere."""


def components(successors: Successors) -> Iterator[tuple[str, ...]]:
    """Yield the components of two nodes or more, each sorted, sorted by their first nodes.

    Tarjan, "Depth-first search and linear graph algorithms", 1972, without recursion: a chain of
    imports may be longer than the interpreter's stack.
    """
    walk = _Walk(successors)
    for node in successors:
        if node not in walk.numbers:
            walk.start(node)
    yield from sorted(tuple(sorted(found)) for found in walk.found)


@dataclass(slots=True)
class _Walk:
    """The walk's memory: `path` is where it stands, `open_nodes` what is not yet in a component."""

    successors: Successors
    numbers: dict[str, int] = field(default_factory=dict)
    lows: dict[str, int] = field(default_factory=dict)
    path: list[tuple[str, Iterator[str]]] = field(default_factory=list)
    open_nodes: list[str] = field(default_factory=list)
    open_set: set[str] = field(default_factory=set)
    found: list[list[str]] = field(default_factory=list)

    def start(self, node: str) -> None:
        self._enter(node)
        while self.path:
            here, rest = self.path[-1]
            following = next(rest, None)
            if following is None:
                self._leave(here)
            elif following not in self.numbers:
                self._enter(following)
            elif following in self.open_set:
                self.lows[here] = min(self.lows[here], self.numbers[following])

    def _enter(self, node: str) -> None:
        self.numbers[node] = self.lows[node] = len(self.numbers)
        self.open_nodes.append(node)
        self.open_set.add(node)
        self.path.append((node, iter(self.successors.get(node, ()))))

    def _leave(self, node: str) -> None:
        self.path.pop()
        if self.path:
            before = self.path[-1][0]
            self.lows[before] = min(self.lows[before], self.lows[node])
        if self.lows[node] == self.numbers[node]:
            self._close(node)

    def _close(self, root: str) -> None:
        component = [self.open_nodes.pop()]
        while component[-1] != root:
            component.append(self.open_nodes.pop())
        self.open_set.difference_update(component)
        if len(component) > 1:
            self.found.append(component)
