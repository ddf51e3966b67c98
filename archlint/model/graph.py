"""The port through which checks ask for import chains."""

from collections.abc import Callable, Iterable
from typing import Protocol

Edge = tuple[str, str]
"""An importer and what it imports."""


class ImportGraph(Protocol):
    """Which node imports which; nodes are named by any strings."""

    def shortest_chain(self, importer: str, imported: str) -> tuple[str, ...] | None:
        """Return the shortest chain between the two, both included; None when there is none.

        The same edges in the same order give the same chain.
        """
        ...


GraphBuilder = Callable[[Iterable[Edge]], ImportGraph]
