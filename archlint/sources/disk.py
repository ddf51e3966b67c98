"""Sources on the disk: the files below a folder."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.modules import Module, Unreadable
from archlint.sources.discovery import discover
from archlint.sources.facts import Discovered
from archlint.sources.gathering import gather
from archlint.sources.skim import skim
from archlint.sources.studying import study_all


class Disk:
    """The files below a folder, studied by at most `jobs` processes; None is one per core."""

    def __init__(self, folder: Path, jobs: int | None = None) -> None:
        self._folder = folder
        self._jobs = jobs or os.cpu_count() or 1

    def discover(
        self,
        source_roots: tuple[str, ...] | None,
        exclude: tuple[str, ...],
        tests: tuple[str, ...],
    ) -> Discovered:
        """Find the modules."""
        return discover(self._folder, source_roots, exclude, tests)

    def outlines(
        self, modules: Sequence[Module]
    ) -> tuple[Mapping[str, Outline], tuple[Unreadable, ...]]:
        """Skim the files of the modules."""
        return gather(modules, self._source, skim)

    def structures(
        self, modules: Sequence[Module]
    ) -> tuple[Mapping[str, Structure], tuple[Unreadable, ...]]:
        """Study the files of the modules."""
        return study_all(self._folder, modules, self._jobs)

    def _source(self, module: Module) -> bytes:
        return (self._folder / module.path).read_bytes()
