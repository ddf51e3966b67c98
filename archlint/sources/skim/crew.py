"""The crew: workers that skim a share of the files each, in processes of their own.

A pool of `multiprocessing` would not do: on some systems it starts the user's program again, and
after a crash it cannot tell which of the files in hand was the cause.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import msgspec

import archlint
from archlint.sources.skim.answers import Answer, answer
from archlint.sources.skim.worker import READY, SEPARATOR

_START = (
    "import sys; sys.path.append(sys.argv[1]);from archlint.sources.skim.worker import main; main()"
)
COMMAND = (sys.executable, "-P", "-c", _START, str(Path(archlint.__file__).parents[1]))
"""`-P` and a path at the end: no module of the code that is read may stand in for one of ours."""

_Process = subprocess.Popen[bytes]


def answers(paths: Sequence[Path], jobs: int, command: Sequence[str] = COMMAND) -> list[Answer]:
    """Skim files in `jobs` processes and return the answers in the order of the paths."""
    crew = _Crew(command)
    found: list[Answer | None] = [None] * len(paths)
    with ThreadPoolExecutor(jobs) as threads:
        try:
            shares = threads.map(crew.share, [paths[seat::jobs] for seat in range(jobs)])
            for seat, share in enumerate(shares):
                found[seat::jobs] = share
        except BaseException:
            crew.dismiss()
            raise
    return [told or answer(path) for told, path in zip(found, paths, strict=True)]


class _Crew:
    """The workers at work."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._working: set[_Process] = set()
        self._is_dismissed = False

    def share(self, paths: Sequence[Path]) -> list[Answer | None]:
        """Return what workers say of files; None is a file to skim here.

        A worker that dies of a file is followed by one that goes on behind it.
        """
        told: list[Answer | None] = []
        while len(told) < len(paths) and not self._is_dismissed:
            rest = paths[len(told) :]
            found = self._ask(rest)
            if found is None:
                return told + [None] * len(rest)
            told.extend(found)
            if len(found) < len(rest):
                told.append(Answer(reason="the parser crashes on it"))
        return told

    def _ask(self, paths: Sequence[Path]) -> list[Answer | None] | None:
        """Return what one worker says before its end, None when it does not even start."""
        pipe = subprocess.PIPE
        try:
            process = subprocess.Popen(self._command, stdin=pipe, stdout=pipe)  # noqa: S603 - ours
        except OSError:
            return None
        self._working.add(process)
        try:
            with process:
                return _converse(process, paths)
        finally:
            self._working.discard(process)

    def dismiss(self) -> None:
        """End the workers before their time."""
        self._is_dismissed = True
        for process in tuple(self._working):
            process.kill()


def _converse(process: _Process, paths: Sequence[Path]) -> list[Answer | None] | None:
    questions, lines = process.stdin, process.stdout
    if questions is None or lines is None or lines.readline() != READY:
        return None
    with questions:
        questions.write(SEPARATOR.join(os.fsencode(path) for path in paths))
    return list(_told(lines))


def _told(lines: Iterator[bytes]) -> Iterator[Answer | None]:
    for line in lines:
        if not line.endswith(b"\n"):
            return  # the worker died while it wrote
        yield cast("Answer | None", msgspec.json.decode(line, type=Answer | None))
