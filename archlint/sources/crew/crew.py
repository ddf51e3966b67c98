"""The crew: workers that read files side by side, each a process of its own behind two pipes.

A pool of `multiprocessing` would not do: on some systems it starts the user's program again, and
after a crash it cannot tell which of the files in hand was the cause.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, Generic, cast

from archlint.sources.crew.answers import Answer, answer
from archlint.sources.crew.frames import receive, send
from archlint.sources.crew.packing import unpacking
from archlint.sources.crew.readers import Reader
from archlint.sources.crew.told import Told
from archlint.sources.crew.worker import READY, asking
from archlint.sources.facts import Fact

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); import archlint; "
    "sys.path.append(sys.path.pop(0)); from archlint.sources.crew.worker import main; main()"
)
COMMAND = (sys.executable, "-P", "-c", _START, str(Path(__file__).parents[3]))
"""Starts a worker out of this very archlint, and not of another one that may be installed.

For all else `-P` and a path at the end: no module of the code that is read may stand in for one of
ours.
"""

_BY_AN_EXCEPTION = 1
"""With which the interpreter ends; a parser that crashes ends it by a signal."""


def told(
    paths: Sequence[str], reader: Reader[Fact], jobs: int, command: Sequence[str] = COMMAND
) -> Iterator[Told[Fact]]:
    """Read files with `jobs` workers and yield what is told of them in the order of the paths.

    A worker is what the command starts when it is followed by the name of the reader.
    """
    crew = _Crew([*command, reader.name], jobs, unpacking(reader))
    try:
        yield from _told(paths, reader, jobs, crew)
    finally:
        crew.dismiss()


@dataclass(frozen=True, slots=True)
class Standing:
    """As many workers as there are jobs, which stay to be asked again until they are dismissed."""

    jobs: int
    _crews: dict[str, "_Crew[object]"] = field(default_factory=dict, init=False)

    def told(self, paths: Sequence[str], reader: Reader[Fact]) -> Iterator[Told[Fact]]:
        """Yield what is told of files, in the order of their paths."""
        if reader.name not in self._crews:
            crew = _Crew([*COMMAND, reader.name], self.jobs, unpacking(reader))
            self._crews[reader.name] = cast("_Crew[object]", crew)
        yield from _told(paths, reader, self.jobs, cast("_Crew[Fact]", self._crews[reader.name]))

    def dismiss(self) -> None:
        """End the workers."""
        for crew in self._crews.values():
            crew.dismiss()
        self._crews.clear()


def _told(
    paths: Sequence[str], reader: Reader[Fact], jobs: int, crew: "_Crew[Fact]"
) -> Iterator[Told[Fact]]:
    batches = [paths[i : i + reader.batch] for i in range(0, len(paths), reader.batch)]
    threads = ThreadPoolExecutor(max(min(jobs, len(batches)), 1))
    try:
        for batch, found in zip(batches, threads.map(crew.told, batches), strict=True):
            for path, each in zip(batch, found, strict=True):
                yield each or Told(answer(path, reader.load()))
    finally:
        threads.shutdown(cancel_futures=True)  # after an interruption no other file is begun


class _Crew(Generic[Fact]):
    """As many seats as there are jobs; a worker sits down when there is something to do."""

    def __init__(
        self, command: Sequence[str], jobs: int, unpacked: Callable[[bytes], Answer[Fact]]
    ) -> None:
        self._command = command
        self._unpacked = unpacked
        self._can_start = True
        self._seats: SimpleQueue[_Worker | None] = SimpleQueue()
        for _ in range(jobs):
            self._seats.put(None)

    def told(self, paths: Sequence[str]) -> list[Told[Fact] | None]:
        """Let free workers read files; None where no process can do it.

        A worker that dies of a file is replaced for the next. One that fails by itself is not: it
        would fail again with every file.
        """
        found: list[Told[Fact] | None] = []
        while len(found) < len(paths):
            found.extend(self._told(paths[len(found) :]))
        return found

    def _told(self, paths: Sequence[str]) -> Iterator[Told[Fact] | None]:
        worker = self._seats.get()
        try:
            worker = worker or self._newcomer()
            if worker is None:
                yield from [None] * len(paths)
                return
            worker.ask(paths)
            for _ in paths:
                content = worker.answer()
                if content is None:
                    yield self._epitaph(worker)
                    worker = None
                    return
                yield Told(self._unpacked(content), content)
        except BaseException:
            if worker:
                worker.kill()  # what it has still to say would be taken for other files
            worker = None
            raise
        finally:
            self._seats.put(worker)

    def _newcomer(self) -> "_Worker | None":
        worker = _Worker.started(self._command) if self._can_start else None
        self._can_start = worker is not None  # what failed once is not waited for with each file
        return worker

    def _epitaph(self, worker: "_Worker") -> Told[Fact] | None:
        if worker.failed:
            self._can_start = False
            return None
        return Told(Answer(reason="the parser crashes on it"))

    def dismiss(self) -> None:
        """End the workers, all of them idle by now."""
        while not self._seats.empty():
            worker = self._seats.get()
            if worker is not None:
                worker.dismiss()


class _Worker:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._questions = cast("BinaryIO", process.stdin)
        self._answers = cast("BinaryIO", process.stdout)

    @classmethod
    def started(cls, command: Sequence[str]) -> "_Worker | None":
        pipe = subprocess.PIPE
        try:
            process = subprocess.Popen(command, stdin=pipe, stdout=pipe)  # noqa: S603 - our own
        except OSError:
            return None
        worker = cls(process)
        if receive(worker._answers) == READY:
            return worker
        worker.dismiss()
        return None

    def ask(self, paths: Sequence[str]) -> None:
        """Have files read, one answer each; the worker reads the question as a whole first."""
        with suppress(BrokenPipeError):
            send(self._questions, asking(paths))

    def answer(self) -> bytes | None:
        """Return what the worker says of the next file, or None when it has died."""
        content = receive(self._answers)
        if content is None:
            self.dismiss()
        return content

    def dismiss(self) -> None:
        with suppress(OSError), self._process:  # closes the pipes, then waits for the end
            pass

    @property
    def failed(self) -> bool:
        """Whether it died of itself, and not of a file."""
        return self._process.returncode == _BY_AN_EXCEPTION

    def kill(self) -> None:
        self._process.kill()
        self.dismiss()
