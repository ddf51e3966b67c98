"""Runs a hook and an interpreter that does nothing in turn, and prints how much they differ."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.hook.trees import lay, place
from benchmarks.speed.measuring import Measure, measured, middle

ARCHLINT = str(Path(sys.executable).with_name("archlint"))
CHECK = (ARCHLINT, "check")
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
    with TemporaryDirectory() as name:
        work = Path(name)
        rows = {
            **_measured(_clean(work / "clean", wishes.modules), wishes.rounds),
            **_measured(_legacy(work / "legacy", wishes.modules), wishes.rounds),
        }
    print(
        f"{wishes.modules} modules, medians of {wishes.rounds} rounds, the runs of a round in turn"
    )
    print("\n| run | seconds | more than nothing |\n|---|---:|---:|")
    for title, (taken, more) in rows.items():
        print(f"| {title} | {taken:.3f} | {more:+.3f} |")
    return int(any(more > LIMIT for title, (_, more) in rows.items() if title.startswith("warm")))


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


def _clean(folder: Path, modules: int) -> Project:
    lay(folder, modules, breaches=0)
    _commit(folder)
    return Project(
        folder,
        {
            "archlint --version": Run((ARCHLINT, "--version")),
            "warm": Run(CHECK),
            "one file changed": Run(CHECK, _change),
            "one file changed, --since HEAD": Run((*CHECK, "--since", "HEAD"), _change),
        },
    )


def _legacy(folder: Path, modules: int) -> Project:
    """Return a project whose breaches are in its baseline."""
    lay(folder, modules, breaches=modules // 5)
    create = (ARCHLINT, "baseline", "create")
    subprocess.run(create, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    entries = sum(1 for _ in (folder / ".archlint").rglob("*.toml"))
    _commit(folder)
    return Project(
        folder,
        {
            f"warm, baseline of {entries}": Run(CHECK),
            f"one file changed, baseline of {entries}": Run(CHECK, _change),
        },
    )


def _commit(folder: Path) -> None:
    (folder / ".gitignore").write_text(".archlint_cache\n", encoding="utf-8")
    who = ("-c", "user.name=x", "-c", "user.email=x@y.z")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *who, *words], cwd=folder, check=True)  # noqa: S603, S607
    measured(CHECK, folder)


def _change(folder: Path) -> None:
    with (folder / place("use_cases", 7)).open("a", encoding="utf-8") as file:
        file.write("# a remark\n")


def _measured(project: Project, rounds: int) -> dict[str, tuple[float, float]]:
    """Return the seconds of each run, and how many more than those of doing nothing."""
    runs = {NOTHING: Run((sys.executable, "-c", "pass")), **project.runs}
    taken: dict[str, list[Measure]] = {title: [] for title in runs}
    for _ in range(rounds):
        for title, run in runs.items():
            run.before(project.folder)
            if run.command == CHECK and title.startswith("warm"):
                measured(CHECK, project.folder)  # so that what is kept is of the files as they are
            taken[title].append(measured(run.command, project.folder))
    walls = {title: middle(each).wall for title, each in taken.items()}
    return {title: (wall, wall - walls[NOTHING]) for title, wall in walls.items()}


if __name__ == "__main__":
    sys.exit(main())
