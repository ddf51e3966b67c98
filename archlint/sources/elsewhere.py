"""Reading elsewhere: contents handed to an executor, whose workers may be other machines.

The contents are sent, so that nobody needs the same disk. What the executor fails at is read here:
a worker that dies of a file, or that has gone away, costs time and no fact.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from archlint.sources.cache.edition import edition
from archlint.sources.crew.answers import answer_to
from archlint.sources.crew.packing import unpacking
from archlint.sources.crew.readers import READERS, Reader
from archlint.sources.crew.reading import Workers
from archlint.sources.crew.told import Told
from archlint.sources.digest import digest_of
from archlint.sources.facts import Fact

BATCH = 16
AHEAD = 64
"""How many batches are with the executor at a time: memory stays bounded, and nobody waits long."""
STRANGE = (
    "the workers of the executor read otherwise than this archlint: give them the same versions of "
    "archlint, LibCST and Python"
)


class StrangeEditionError(Exception):
    """A worker has another archlint, LibCST or Python than the one that asks it."""


class _Batch(NamedTuple):
    """Files with the digests of what they hold; no `future` where they were not handed over."""

    paths: Sequence[str]
    digests: Sequence[bytes] = ()
    future: Future[list[bytes]] | None = None


@dataclass(slots=True)
class Elsewhere:
    """Has files read by an executor, and by `here` what that fails at, for these reasons."""

    executor: Executor
    here: Workers
    failures: list[str] = field(default_factory=list)

    def told(self, paths: Sequence[str], reader: Reader[Fact]) -> Iterator[Told[Fact]]:
        """Yield what is told of files, in the order of their paths.

        Raises StrangeEditionError where the workers are not of our kind.
        """
        waiting: deque[_Batch] = deque()
        for start in range(0, len(paths), BATCH):
            waiting.append(self._sent(paths[start : start + BATCH], reader))
            if len(waiting) > AHEAD:
                yield from self._told(waiting.popleft(), reader)
        while waiting:
            yield from self._told(waiting.popleft(), reader)

    def _sent(self, paths: Sequence[str], reader: Reader[Fact]) -> _Batch:
        try:
            contents = [Path(path).read_bytes() for path in paths]
            future = self.executor.submit(read_contents, reader.name, edition(), contents)
        except (OSError, RuntimeError) as error:  # a file that is gone, a pool that is broken
            self.failures.append(str(error))
            return _Batch(paths)
        return _Batch(paths, [digest_of(content) for content in contents], future)

    def _told(self, batch: _Batch, reader: Reader[Fact]) -> Iterator[Told[Fact]]:
        found = list(self._answers(batch, reader))
        if [each.answer.digest for each in found] != batch.digests:
            found = list(self.here.told(batch.paths, reader))
        yield from found

    def _answers(self, batch: _Batch, reader: Reader[Fact]) -> Iterator[Told[Fact]]:
        unpacked = unpacking(reader)
        try:
            for content in batch.future.result() if batch.future else ():
                yield Told(unpacked(content), content)
        except StrangeEditionError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever an engine may raise, we can do without it
            self.failures.append(str(error) or type(error).__name__)


def read_contents(reader: str, wanted: str | None, contents: Sequence[bytes]) -> list[bytes]:
    """Return the packed answers to some contents; this runs where the executor's workers are.

    Raises StrangeEditionError where the one who asks `wanted` another edition than this.
    """
    if wanted is None or wanted != edition():
        raise StrangeEditionError(STRANGE)
    read = READERS[reader].load()
    return [Told(answer_to(content, read)).packed() for content in contents]
