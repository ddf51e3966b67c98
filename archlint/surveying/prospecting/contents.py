"""Contents: what lies in a folder, taken together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from archlint.surveying.prospecting.opinions import Segments

if TYPE_CHECKING:  # who only reads settings need not load all that code can mean
    from archlint.surveying.prospecting.signs import Signs


class Contents:
    """What the folders of a program hold; without signs nothing is known of them."""

    def __init__(self, modules: Iterable[Segments], signs: "Signs | None") -> None:
        self._modules = tuple(modules)
        self._signs = signs
        self.speaks = cache(self._speaks)
        self.only_calls = cache(self._only_calls)
        self.holds_ports = cache(self._holds_ports)

    def _speaks(self, folder: Segments) -> bool:
        """Whether the outside talks to what lies there: by routes, views, commands."""
        signs = self._signs
        return signs is not None and any(map(signs.speaks, self._below[folder]))

    def _only_calls(self, folder: Segments) -> bool:
        """Whether what lies there talks to others, and nobody to it."""
        signs = self._signs
        if signs is None or self.speaks(folder):
            return False
        return any(map(signs.calls, self._below[folder]))

    def _holds_ports(self, folder: Segments) -> bool:
        """Whether interfaces alone lie there, such as those of repositories."""
        signs = self._signs
        if signs is None:
            return False
        telling = [name for name in self._below[folder] if not signs.is_blank(name)]
        return bool(telling) and all(map(signs.is_port, telling))

    @cached_property
    def _below(self) -> Mapping[Segments, Sequence[str]]:
        found: dict[Segments, list[str]] = defaultdict(list)
        for names in self._modules:
            for length in range(1, len(names) + 1):
                found[names[:length]].append(".".join(names))
        return found
