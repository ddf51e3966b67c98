"""Measures: what one run of a program takes, and the middle of several."""

import math
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import IO

_LOUD = 2
"""All tools exit with 1 for findings; what is worse is no measure."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Seconds on the wall, seconds of all cores, and the megabytes of the largest process.

    Of a run that was given up, the seconds are infinite.
    """

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Program:
    """A command; `proof` is in what it prints once it has judged.

    Some tools exit alike for findings and for settings that they cannot read, and the time of a
    refusal is no measure. `patience` is the seconds after which a run is given up.
    """

    command: Sequence[str]
    proof: str = ""
    patience: float = math.inf


def measured(program: Program, folder: Path) -> Measure:
    """Run a program in a folder and return what it took."""
    with tempfile.TemporaryFile() as output:
        began = perf_counter()
        with _started(program, folder, output) as process:
            _, status, usage = os.wait4(process.pid, 0)
            wall = perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    if wall >= program.patience:
        return Measure(math.inf, math.inf, kilobytes / 1024)
    if not 0 <= process.returncode < _LOUD or program.proof not in said:
        told = f"{' '.join(program.command)} in {folder} ended with {process.returncode}"
        sys.exit(f"{told}\n{said[-500:]}")
    return Measure(wall, usage.ru_utime + usage.ru_stime, kilobytes / 1024)


@contextmanager
def _started(
    program: Program, folder: Path, output: IO[bytes]
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program; it is stopped with all that it started, at the latest on leaving."""
    process = subprocess.Popen(  # noqa: S603
        program.command,
        cwd=folder,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    watchdog = Timer(min(program.patience, _A_DAY), _stop, (process,))
    watchdog.start()
    try:
        yield process
    finally:
        watchdog.cancel()
        if process.returncode is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):  # it has just ended
        os.killpg(process.pid, signal.SIGKILL)


_A_DAY = 86400.0
"""As long as a timer is sure to wait."""


def middle(measures: Sequence[Measure]) -> Measure:
    """Return the medians."""
    return Measure(
        statistics.median(each.wall for each in measures),
        statistics.median(each.cpu for each in measures),
        statistics.median(each.memory for each in measures),
    )
