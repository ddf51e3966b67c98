"""Contests: what is run in a project, in turn, and how it is set up before each run."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import time_ns

from benchmarks.speed.measuring import Measure, Program, measured, middle
from benchmarks.speed.peers import PEERS
from benchmarks.speed.subjects import Subject
from benchmarks.speed.workshop import Workshop

Step = Callable[[Path], None]

IMPORTS = "outward-import,outward-chain"
PEER_COLD, PEER_WARM = "import-linter, cold", "import-linter, warm"
IMPORTS_COLD, IMPORTS_WARM = "import rules, cold", "import rules, warm"
BARE = "libcst.parse_module, one process"
ALL_COLD, ALL_WARM, ALL_CHANGED = "all rules, cold", "all rules, warm", "all rules, one change"

_BARE = Path(__file__).parent / "bare.py"
_COLD = ".cold_cache"
"""A cache of their own for cold runs: the warm ones keep theirs."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A program, and what is done before it and not measured."""

    program: Program
    before: Step


def contests(workshop: Workshop, subject: Subject) -> dict[str, Contest]:
    """Return the contests of a subject in the order in which they are run."""
    peer = Program((workshop.tool("lint-imports"),), "Contracts:")
    check = (workshop.tool("archlint"), "check", "--output-format", "json")
    imports = (*check, "--select", IMPORTS)
    bare = (workshop.tool("python"), str(_BARE), subject.package)
    return {
        PEER_COLD: Contest(peer, _without(".import_linter_cache")),
        PEER_WARM: Contest(peer, _settled(peer)),
        IMPORTS_COLD: Contest(_judge(*imports, "--cache-dir", _COLD), _without(_COLD)),
        IMPORTS_WARM: Contest(_judge(*imports), _settled(_judge(*imports))),
        BARE: Contest(Program(bare, "parsed"), _nothing),
        ALL_COLD: Contest(_judge(*check, "--cache-dir", _COLD), _without(_COLD)),
        ALL_WARM: Contest(_judge(*check), _settled(_judge(*check))),
        ALL_CHANGED: Contest(_judge(*check), _changing(subject.changes)),
    }


def peer_contests(
    workshop: Workshop, subject: Subject, patience: float
) -> Iterator[tuple[str, Contest]]:
    """Yield the contests of other linters, each in the environment that it is installed in now."""
    for peer in PEERS:
        environment = workshop.environment(peer.name)
        environment.install(peer.requirement)
        program, *arguments = peer.command
        command = (environment.tool(program), *arguments)
        writing = _writing(peer.file, peer.text(subject))
        yield peer.name, Contest(Program(command, peer.proof, patience), writing)


def held(found: Mapping[str, Contest], folder: Path, rounds: int) -> dict[str, Measure]:
    """Run the contests in turn, several rounds, and return the medians."""
    measures: dict[str, list[Measure]] = {name: [] for name in found}
    for _ in range(rounds):
        for name, contest in found.items():
            contest.before(folder)
            measures[name].append(measured(contest.program, folder))
    return {name: middle(taken) for name, taken in measures.items()}


def stages(workshop: Workshop, folder: Path) -> str:
    """Return the stages of a run with all rules and everything kept, as archlint tells them."""
    command = [workshop.tool("archlint"), "check", "--exit-zero", "--timings", "-q"]
    found = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603
    return found.stderr


def _judge(*command: str) -> Program:
    return Program(command, '"findings"')


def _nothing(_folder: Path) -> None:
    pass


def _settled(program: Program) -> Step:
    """Return what makes sure that what is kept is of the files as they are now."""

    def run(folder: Path) -> None:
        measured(program, folder)

    return run


def _without(cache: str) -> Step:
    return lambda folder: shutil.rmtree(folder / cache, ignore_errors=True)


def _changing(path: str) -> Step:
    def change(folder: Path) -> None:
        with (folder / path).open("a") as file:
            file.write(f"\n\ndef added_{time_ns()}():\n    return None\n")

    return change


def _writing(name: str, text: str) -> Step:
    def write(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)

    return write
