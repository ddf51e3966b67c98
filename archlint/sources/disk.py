"""Sources on the disk: the files below a folder."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.facts.suites import Suite
from archlint.model.facts.uses import Uses
from archlint.model.modules import Module
from archlint.sources.cache.cache import Cache, opened_cache
from archlint.sources.cache.home import Home
from archlint.sources.cache.recent import Recent
from archlint.sources.collecting import uncollected
from archlint.sources.crew.readers import SKIM, STUDY, SUITES, USES, Reader
from archlint.sources.crew.reading import Hands, Processes, Workers, read_all
from archlint.sources.discovery import discover, tree_below
from archlint.sources.discovery.walking import Tree
from archlint.sources.facts import Discovered, Fact, Facts


class Disk:
    """The files below a folder, read by `workers` when they are many; None is a process per core.

    What has been read before comes from the cache in `home`, where there is one, and from `recent`
    answers, where somebody remembers them.
    """

    def __init__(
        self, folder: Path, workers: Workers | None = None, home: Home | None = None
    ) -> None:
        self.folder = folder
        self.workers = workers or Processes(cores())
        self.home = home
        self.recent: Recent | None = None
        self._trees: dict[tuple[str, ...], Tree] = {}
        self._discovered: dict[tuple[tuple[str, ...] | None, ...], Discovered] = {}

    def tree(self, exclude: tuple[str, ...]) -> Tree:
        """Return the Python files of the project, found when somebody asks for the first time."""
        if exclude not in self._trees:
            self._trees[exclude] = tree_below(self.folder, exclude)
        return self._trees[exclude]

    def discover(
        self,
        source_roots: tuple[str, ...] | None,
        exclude: tuple[str, ...],
        tests: tuple[str, ...],
    ) -> Discovered:
        """Find the modules; who asks again is told the same."""
        asked = (source_roots, exclude, tests)
        if asked not in self._discovered:
            tree = self.tree(exclude)
            self._discovered[asked] = discover(self.folder, tree, source_roots, tests)
        return self._discovered[asked]

    def text(self, path: str) -> str | None:
        """Return what any file says, None where there is none or it cannot be read."""
        try:
            return (self.folder / path).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return None

    def below(self, folder: str) -> tuple[str, ...]:
        """Return every Python file below a folder."""
        return tuple(sorted(self._below(folder)))

    def _below(self, folder: str) -> Iterator[str]:
        start = str(self.folder / folder)
        for where, _, names in os.walk(start, followlinks=True):
            inside = where[len(start) :].replace(os.sep, "/")
            base = f"{folder}{inside}/".lstrip("/")
            yield from (base + name for name in names if name.endswith(".py"))

    def outlines(self, modules: Sequence[Module]) -> Facts[Outline]:
        """Skim the files of the modules."""
        return self.read(modules, SKIM)

    def structures(self, modules: Sequence[Module]) -> Facts[Structure]:
        """Study the files of the modules."""
        return self.read(modules, STUDY)

    def uses(self, modules: Sequence[Module]) -> Facts[Uses]:
        """Read what the modules do with what they import."""
        return self.read(modules, USES)

    def suites(self, modules: Sequence[Module]) -> Facts[Suite]:
        """Read what files of tests say."""
        return self.read(modules, SUITES)

    def read(self, modules: Sequence[Module], reader: Reader[Fact]) -> Facts[Fact]:
        """Read the files of the modules."""
        with uncollected():
            if self.cache:
                return self.cache.read_all(modules, reader, self.workers)
            return read_all(self.folder, modules, reader, self.workers)

    def agrees(self, before: Mapping[Module, bytes], reader: Reader[Fact], among: int) -> bool:
        """Whether a reader tells of modules what it told of the contents that they had before.

        They are some `among` so many of the project.
        """
        if not before:
            return True
        hands = Hands(self.workers, among)
        return self.cache is not None and self.cache.agrees(before, reader, hands)

    @cached_property
    def cache(self) -> Cache | None:
        """What was read before, None where nothing is kept."""
        cache = opened_cache(self.home, self.folder) if self.home else None
        if cache:
            cache.recent = self.recent
        return cache


def cores() -> int:
    """Return how many processes can run at the same time, as far as the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
