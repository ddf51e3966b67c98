"""Growth: what a tree takes that is an eighth, a quarter, half and the whole of a large one."""

import math
import shutil
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.contests import (
    ALL_CHANGED,
    ALL_COLD,
    ALL_WARM,
    IMPORTS_COLD,
    IMPORTS_WARM,
    contests,
    held,
)
from benchmarks.speed.measuring import Measure
from benchmarks.speed.subjects import Subject
from benchmarks.speed.workshop import Workshop

PARTS = (8, 4, 2, 1)
GROWING = (IMPORTS_COLD, IMPORTS_WARM, ALL_COLD, ALL_WARM, ALL_CHANGED)


@dataclass(frozen=True, slots=True)
class Stage:
    """One size of the tree."""

    files: int
    lines: int
    measures: dict[str, Measure]


def growth(workshop: Workshop, subject: Subject, folder: Path, rounds: int) -> Iterator[Stage]:
    """Yield the stages, the smallest first; every so many folders of the largest layer stay."""
    _, (largest,) = subject.layers[-1]
    for part in PARTS:
        place = workshop.folder / f"{subject.package}-{part}"
        shutil.copytree(folder, place, ignore=shutil.ignore_patterns(".*_cache"))
        inner = place / subject.package / largest
        for number, child in enumerate(sorted(inner.iterdir())):
            if number % part and child.is_dir() and child not in _kept(subject, place):
                shutil.rmtree(child)
        yield stage(workshop, subject, place, rounds)


def stage(workshop: Workshop, subject: Subject, place: Path, rounds: int) -> Stage:
    """Return what the tree in a folder takes."""
    found = contests(workshop, subject)
    wanted = {name: found[name] for name in GROWING}
    files = list(place.rglob("*.py"))
    lines = sum(path.read_bytes().count(b"\n") for path in files)
    return Stage(len(files), lines, held(wanted, place, rounds))


def exponent(stages: Sequence[Stage], name: str) -> float:
    """Return how time grows with the lines: the slope on logarithmic scales."""
    lines = [math.log(each.lines) for each in stages]
    seconds = [math.log(each.measures[name].cpu) for each in stages]
    return statistics.linear_regression(lines, seconds).slope


def _kept(subject: Subject, place: Path) -> set[Path]:
    return set((place / subject.changes).parents)
