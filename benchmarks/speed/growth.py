"""Growth: what a tree takes that is a quarter, half and the whole of a large one."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.contests import IMPORTS_COLD, IMPORTS_WARM, contests, held
from benchmarks.speed.measuring import Measure
from benchmarks.speed.subjects import Subject
from benchmarks.speed.workshop import Workshop

PARTS = (4, 2, 1)


@dataclass(frozen=True, slots=True)
class Stage:
    """One size of the tree."""

    files: int
    measures: dict[str, Measure]


def growth(workshop: Workshop, subject: Subject, folder: Path, rounds: int) -> Iterator[Stage]:
    """Yield the stages, the smallest first; every so many folders of the largest layer stay."""
    _, (largest,) = subject.layers[-1]
    for part in PARTS:
        place = workshop.folder / f"{subject.package}-{part}"
        shutil.copytree(folder, place, ignore=shutil.ignore_patterns(".*_cache"))
        inner = place / subject.package / largest
        for number, child in enumerate(sorted(inner.iterdir())):
            if number % part and child.is_dir():
                shutil.rmtree(child)
        found = contests(workshop, subject)
        wanted = {name: found[name] for name in (IMPORTS_COLD, IMPORTS_WARM)}
        held({IMPORTS_WARM: wanted[IMPORTS_WARM]}, place, 1)
        files = sum(1 for _ in place.rglob("*.py"))
        yield Stage(files, held(wanted, place, rounds))
