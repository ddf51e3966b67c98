"""Measures: what one run of a program takes, and the middle of several."""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_LOUD = 2
"""Both tools exit with 1 for findings; what is worse is no measure."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Seconds on the wall, seconds of all cores, and the megabytes of the largest process."""

    wall: float
    cpu: float
    memory: float


def measured(command: Sequence[str], folder: Path) -> Measure:
    """Run a program and return what it took; its output is thrown away."""
    began = perf_counter()
    process = subprocess.Popen(  # noqa: S603
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode >= _LOUD or process.returncode < 0:
        sys.exit(f"{' '.join(command)} in {folder} ended with {process.returncode}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Measure(wall, usage.ru_utime + usage.ru_stime, kilobytes / 1024)


def middle(measures: Sequence[Measure]) -> Measure:
    """Return the medians."""
    return Measure(
        statistics.median(each.wall for each in measures),
        statistics.median(each.cpu for each in measures),
        statistics.median(each.memory for each in measures),
    )
