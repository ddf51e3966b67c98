"""The crew: workers that study files side by side, each a process of its own behind two pipes.

A pool of `multiprocessing` would not do: on some systems it starts the user's program again, and
after a crash it cannot tell which of the files in hand was the cause.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, cast

import msgspec

import archlint
from archlint.sources.study.answers import Answer, answer, receive, send
from archlint.sources.study.worker import READY

_START = (
    "import sys; sys.path.append(sys.argv[1]);"
    "from archlint.sources.study.worker import main; main()"
)
COMMAND = (sys.executable, "-P", "-c", _START, str(Path(archlint.__file__).parents[1]))
"""`-P` and a path at the end: no module of the code that is read may stand in for one of ours."""


def answers(paths: Iterable[Path], jobs: int, command: Sequence[str] = COMMAND) -> Iterator[Answer]:
    """Study files with `jobs` workers and yield the answers in the order of the paths."""
    crew = _Crew(jobs, command)
    try:
        with ThreadPoolExecutor(jobs) as threads:
            yield from threads.map(crew.answer, paths)
    finally:
        crew.dismiss()


class _Crew:
    """As many seats as there are jobs; a worker sits down when there is something to do."""

    def __init__(self, jobs: int, command: Sequence[str]) -> None:
        self._command = command
        self._seats: SimpleQueue[_Worker | None] = SimpleQueue()
        for _ in range(jobs):
            self._seats.put(None)

    def answer(self, path: Path) -> Answer:
        """Let a free worker study a file; one that dies of it is replaced for the next."""
        worker = self._seats.get()
        try:
            worker = worker or _Worker.started(self._command)
            if worker is None:
                return answer(path)  # no process can be started here
            found = worker.answer(path)
            if found is None:
                worker = None
            return found or Answer(reason="the parser crashes on it")
        finally:
            self._seats.put(worker)

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

    def answer(self, path: Path) -> Answer | None:
        """Return what the worker says of a file, or None when the file was its death."""
        with suppress(BrokenPipeError):
            send(self._questions, os.fsencode(path))
        content = receive(self._answers)
        if content is None:
            self.dismiss()
            return None
        return msgspec.msgpack.decode(content, type=Answer)

    def dismiss(self) -> None:
        with suppress(OSError), self._process:  # closes the pipes, then waits for the end
            pass
