"""Contests: what is run in a project, in turn, and how it is set up before each run."""

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time_ns

from benchmarks.speed.measuring import Measure, measured, middle
from benchmarks.speed.subjects import Subject
from benchmarks.speed.workshop import Workshop

Step = Callable[[Path], None]

IMPORTS = "outward-import,outward-chain"
PEER_COLD, PEER_WARM = "import-linter, cold", "import-linter, warm"
IMPORTS_COLD, IMPORTS_WARM = "import rules, cold", "import rules, warm"
ALL_COLD, ALL_WARM, ALL_CHANGED = "all rules, cold", "all rules, warm", "all rules, one change"

_COLD = ".cold_cache"
"""A cache of their own for cold runs: the warm ones keep theirs."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A command, and what is done before it and not measured."""

    command: Sequence[str]
    before: Step


def contests(workshop: Workshop, subject: Subject) -> dict[str, Contest]:
    """Return the contests of a subject in the order in which they are run."""
    peer = (workshop.tool("lint-imports"),)
    check = (workshop.tool("archlint"), "check", "--output-format", "json")
    imports = (*check, "--select", IMPORTS)
    changing = _changing(subject.changes)
    return {
        PEER_COLD: Contest(peer, _without(".import_linter_cache")),
        PEER_WARM: Contest(peer, _nothing),
        IMPORTS_COLD: Contest((*imports, "--cache-dir", _COLD), _without(_COLD)),
        IMPORTS_WARM: Contest(imports, _nothing),
        ALL_COLD: Contest((*check, "--cache-dir", _COLD), _without(_COLD)),
        ALL_WARM: Contest(check, _nothing),
        ALL_CHANGED: Contest(check, changing),
    }


def held(found: Mapping[str, Contest], folder: Path, rounds: int) -> dict[str, Measure]:
    """Run the contests in turn, several rounds, and return the medians."""
    measures: dict[str, list[Measure]] = {name: [] for name in found}
    for _ in range(rounds):
        for name, contest in found.items():
            contest.before(folder)
            measures[name].append(measured(contest.command, folder))
    return {name: middle(taken) for name, taken in measures.items()}


def stages(workshop: Workshop, folder: Path) -> str:
    """Return the stages of a run with all rules and everything kept, as archlint tells them."""
    command = [workshop.tool("archlint"), "check", "--exit-zero", "--timings", "-q"]
    found = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603
    return found.stderr


def _nothing(_folder: Path) -> None:
    pass


def _without(cache: str) -> Step:
    return lambda folder: shutil.rmtree(folder / cache, ignore_errors=True)


def _changing(path: str) -> Step:
    def change(folder: Path) -> None:
        with (folder / path).open("a") as file:
            file.write(f"\n# changed at {time_ns()}\n")

    return change
