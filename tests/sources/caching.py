"""A cache on the disk for tests, and a reader that tells what it was given to read."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.model.modules import Module
from archlint.sources.cache.cache import Cache
from archlint.sources.cache.home import Home
from archlint.sources.crew.answers import Answer, Read
from archlint.sources.crew.readers import SKIM, Reader
from archlint.sources.crew.reading import Processes, read_all
from archlint.sources.facts import Facts
from archlint.sources.skim import skim

EDITION = "0123456789abcdef"
HOUR = 3600 * 1_000_000_000


@dataclass
class Project:
    """A folder of files, and a cache beside it.

    A run begins `later` than now, so that files may count as settled: nothing is trusted that
    changed just before a run.
    """

    folder: Path
    home: Home
    later: int = HOUR
    read: list[bytes] = field(default_factory=list)

    def modules(self) -> list[Module]:
        """Return the modules there are."""
        paths = sorted(path.relative_to(self.folder) for path in self.folder.rglob("*.py"))
        return [Module(path.stem, path.as_posix()) for path in paths]

    def run(self) -> Facts[Outline]:
        """Read all modules with the cache; `read` holds the contents that it had to read."""
        self.read.clear()
        cache = Cache(self.home, self.folder, EDITION, time.time_ns() + self.later)
        return cache.read_all(self.modules(), self._reader(), Processes(1))

    def plain(self) -> Facts[Outline]:
        """Read all modules without the cache."""
        return read_all(self.folder, self.modules(), SKIM, Processes(1))

    def _reader(self) -> Reader[Outline]:
        return Reader("skim", Answer[Outline], self._load, few=1000, batch=1)

    def _load(self) -> Read[Outline]:
        def noting(source: bytes) -> Outline:
            self.read.append(source)
            return skim(source)

        return noting


def project(place: Path, files: Mapping[str, str]) -> Project:
    """Return a project of these files, with an empty cache."""
    folder = place / "project"
    folder.mkdir()
    for path, text in files.items():
        (folder / path).write_text(text)
    home = Home(place / "cache")
    assert home.is_ready()
    return Project(folder, home)
