"""The stopwatch: how long the stages of a run take, each without those inside it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter

from archlint.model.modules import Module
from archlint.sources.crew.readers import Reader
from archlint.sources.disk import Disk
from archlint.sources.facts import Discovered, Fact, Facts


class Stopwatch:
    """Seconds by stage, in the order in which the stages first began.

    What several rules need is found out when the first of them asks, and counts as its time.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner = [0.0]

    @contextmanager
    def timing(self, stage: str) -> Iterator[None]:
        """Take the time of a stage."""
        self.seconds.setdefault(stage, 0.0)
        self._inner.append(0.0)
        began = perf_counter()
        try:
            yield
        finally:
            whole = perf_counter() - began
            self.seconds[stage] += whole - self._inner.pop()
            self._inner[-1] += whole


class TimedDisk(Disk):
    """A disk that is timed, each reader under its name."""

    def __init__(self, disk: Disk, watch: Stopwatch) -> None:
        super().__init__(disk.folder, disk.workers, disk.home)
        self.recent = disk.recent
        self._watch = watch

    def discover(
        self,
        source_roots: tuple[str, ...] | None,
        exclude: tuple[str, ...],
        tests: tuple[str, ...],
    ) -> Discovered:
        """Find the modules."""
        with self._watch.timing("discover"):
            return super().discover(source_roots, exclude, tests)

    def read(self, modules: Sequence[Module], reader: Reader[Fact]) -> Facts[Fact]:
        """Read the files of the modules."""
        with self._watch.timing(reader.name):
            return super().read(modules, reader)
