"""Sources on the disk: the files below a folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.modules import Module
from archlint.sources.crew.readers import SKIM, STUDY
from archlint.sources.crew.reading import read_all
from archlint.sources.discovery import discover
from archlint.sources.facts import Discovered, Facts


class Disk:
    """The files below a folder, read by at most `jobs` processes; None is one per core."""

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

    def outlines(self, modules: Sequence[Module]) -> Facts[Outline]:
        """Skim the files of the modules."""
        return read_all(self._folder, modules, SKIM, self._jobs)

    def structures(self, modules: Sequence[Module]) -> Facts[Structure]:
        """Study the files of the modules."""
        return read_all(self._folder, modules, STUDY, self._jobs)
    def text(self, path: str) -> str | None:
        """Return what any file says, None where there is none or it cannot be read."""
        try:
            return (self._folder / path).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return None

    def below(self, folder: str) -> tuple[str, ...]:
        """Return every Python file below a folder."""
        start = self._folder / folder
        found = (
            Path(where, name).relative_to(self._folder).as_posix()
            for where, _, names in os.walk(start, followlinks=True)
            for name in names
            if name.endswith(".py")
        )
        return tuple(sorted(found))

