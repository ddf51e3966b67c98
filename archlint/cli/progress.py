"""How far a run is: one line on a terminal, which is gone when the run is over."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from shutil import get_terminal_size
from time import monotonic
from typing import TextIO

PATIENCE = 1.0
"""Seconds after which somebody wants to know what takes so long."""
TICK = 0.1
"""Seconds between two looks of the line."""


class ProgressLine:
    """A line that says which stage a run is in and how far; it appears after a second."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + PATIENCE
        self._stage = ""
        self._done = self._total = self._shown = 0

    def begin(self, stage: str, total: int) -> None:
        """Begin a stage that has so many steps."""
        self._stage, self._done, self._total = stage, 0, total
        self._show()

    def advance(self) -> None:
        """Note that one more step is done."""
        self._done += 1
        self._show()

    def clear(self) -> None:
        """Leave the terminal as it was."""
        if self._shown:
            self._write("\r" + " " * self._shown + "\r")
            self._shown = 0

    def _show(self) -> None:
        if (now := self._clock()) < self._next:
            return
        self._next = now + TICK
        text = f"{self._stage}: {self._done} of {self._total}"
        text = text[: get_terminal_size().columns - 1]
        self._write("\r" + text.ljust(self._shown))
        self._shown = len(text)

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # nobody can see it
            self._next = float("inf")


def shows_progress(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether a line that changes can be shown: on a terminal that a person looks at."""
    is_plain = environment.get("TERM") == "dumb" or bool(environment.get("CI"))
    return stream.isatty() and not is_plain


@contextmanager
def progress_on(
    stream: TextIO, environment: Mapping[str, str], *, is_wanted: bool
) -> Iterator[ProgressLine | None]:
    """Lend a line on the stream, None where it is not wanted or cannot be shown."""
    if not is_wanted or not shows_progress(stream, environment):
        yield None
        return
    line = ProgressLine(stream)
    try:
        yield line
    finally:
        line.clear()
