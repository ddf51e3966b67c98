"""Runs a hook and an interpreter that does nothing in turn, and prints how much they differ."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns

from benchmarks.environment import InstallError
from benchmarks.hook.trees import lay, place
from benchmarks.speed.measuring import Measure, Program, measured, middle
from benchmarks.speed.workshop import Workshop

NOTHING = "python -c pass"
LIMIT = 0.5


@dataclass(frozen=True, slots=True)
class Run:
    """A command, and what is done before it and not measured."""

    command: tuple[str, ...]
    before: Callable[[Path], None] = lambda _folder: None


def main() -> int:
    """Print a table; the status is 1 where a warm run of the hook takes too long."""
    wishes = _parser().parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    with TemporaryDirectory() as name:
        work = Path(name)
        workshop = Workshop(work / "tools")
        try:
            workshop.furnish()
        except InstallError as problem:
            sys.exit(str(problem))
        makers = (_clean, _legacy)
        projects = [make(work / make.__name__, workshop, wishes.modules) for make in makers]
        rows = {}
        for project in projects:
            rows.update(_measured(project, workshop, wishes.rounds))
    print(
        f"{wishes.modules} modules, medians of {wishes.rounds} rounds, the runs of a round in turn"
    )
    print("\n| run | seconds | more than nothing | of all cores, more |\n|---|---:|---:|---:|")
    for title, (taken, nothing) in rows.items():
        more, work_more = taken.wall - nothing.wall, taken.cpu - nothing.cpu
        print(f"| {title} | {taken.wall:.3f} | {more:+.3f} | {work_more:+.3f} |")
    warm = (pair for title, pair in rows.items() if title.startswith("warm"))
    return int(any(taken.wall - nothing.wall > LIMIT for taken, nothing in warm))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hook", description=__doc__)
    parser.add_argument("--modules", type=int, default=1000, help="size of the project (1000)")
    parser.add_argument("--rounds", type=int, default=7, help="runs of each kind (7)")
    return parser


@dataclass(frozen=True, slots=True)
class Project:
    """A project in git, judged once, with the runs that are measured in it."""

    folder: Path
    runs: Mapping[str, Run]


def _clean(folder: Path, workshop: Workshop, modules: int) -> Project:
    """Return a project that keeps all rules."""
    archlint = workshop.tool("archlint")
    check = (archlint, "check")
    lay(folder, modules, breaches=0)
    _commit(folder)
    measured(Program(check), folder)
    return Project(
        folder,
        {
            "archlint --version": Run((archlint, "--version")),
            "warm": Run(check, _settled(check)),
            "one file changed": Run(check, _change),
            "one file changed, --since HEAD": Run((*check, "--since", "HEAD"), _change),
        },
    )


def _legacy(folder: Path, workshop: Workshop, modules: int) -> Project:
    """Return a project whose breaches are in its baseline."""
    lay(folder, modules, breaches=modules // 5)
    check = (workshop.tool("archlint"), "check")
    measured(Program((workshop.tool("archlint"), "baseline", "create")), folder)
    entries = sum(1 for _ in (folder / ".archlint").rglob("*.toml"))
    _commit(folder)
    measured(Program(check), folder)
    return Project(
        folder,
        {
            f"warm, baseline of {entries}": Run(check, _settled(check)),
            f"one file changed, baseline of {entries}": Run(check, _change),
        },
    )


def _commit(folder: Path) -> None:
    (folder / ".gitignore").write_text(".archlint_cache\n", encoding="utf-8")
    who = ("-c", "user.name=x", "-c", "user.email=x@y.z")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *who, *words], cwd=folder, check=True)  # noqa: S603, S607


def _settled(check: tuple[str, ...]) -> Callable[[Path], None]:
    """Return what makes sure that what is kept is of the files as they are."""

    def run(folder: Path) -> None:
        measured(Program(check), folder)

    return run


def _change(folder: Path) -> None:
    with (folder / place("use_cases", 7)).open("a", encoding="utf-8") as file:
        file.write(f"\n\ndef added_{time_ns()}() -> None:\n    return None\n")


def _measured(
    project: Project, workshop: Workshop, rounds: int
) -> dict[str, tuple[Measure, Measure]]:
    """Return what each run takes, beside what doing nothing takes in the same rounds."""
    runs = {NOTHING: Run((workshop.tool("python"), "-c", "pass")), **project.runs}
    taken: dict[str, list[Measure]] = {title: [] for title in runs}
    for _ in range(rounds):
        for title, run in runs.items():
            run.before(project.folder)
            taken[title].append(measured(Program(run.command), project.folder))
    medians = {title: middle(each) for title, each in taken.items()}
    return {title: (each, medians[NOTHING]) for title, each in medians.items()}


if __name__ == "__main__":
    sys.exit(main())
