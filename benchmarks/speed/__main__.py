"""Runs archlint and its peers in turn, and writes down what they took.

The figures of one run on one machine are good for one thing: their ratios.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.environment import InstallError
from benchmarks.speed.contests import (
    ALL_COLD,
    BARE,
    IMPORTS_COLD,
    contests,
    held,
    peer_contests,
    stages,
)
from benchmarks.speed.growth import growth, stage
from benchmarks.speed.masses import mass
from benchmarks.speed.subjects import SUBJECTS, Subject
from benchmarks.speed.telling import curve, machine, others, table, tools
from benchmarks.speed.workshop import PROJECT, Workshop

PAGE = PROJECT / "docs" / "speed.md"
_BEGIN, _END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
_LARGEST = SUBJECTS[-1]


def main() -> None:
    """Measure, print, and write the page."""
    wishes = _wishes()
    with TemporaryDirectory() as place:
        workshop = Workshop(Path(wishes.keep or place).resolve())
        lines = []
        try:
            for line in _measured(workshop, wishes):
                sys.stdout.write(line)
                sys.stdout.flush()
                lines.append(line)
        except InstallError as problem:
            sys.exit(str(problem))
    if wishes.write:
        _write("".join(lines))


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    add = parser.add_argument
    add("--rounds", type=int, default=5, help="runs of each kind (5)")
    add("--only", action="append", metavar="PACKAGE", help="this package alone")
    add("--no-cold", action="store_true", help="leave out all rules, cold")
    add("--peers", action="append", metavar="PACKAGE", help="run other linters on it, once each")
    add("--patience", type=float, default=900, help="seconds for a run of another linter (900)")
    add("--growth", action="store_true", help="tell how time grows with the largest package")
    add("--mass", type=int, metavar="LINES", help="make a tree of so many lines, and run on it")
    add("--keep", metavar="FOLDER", help="work in this folder, and leave it")
    add("--write", action="store_true", help="write docs/speed.md, too")
    return parser.parse_args()


def _measured(workshop: Workshop, wishes: argparse.Namespace) -> Iterator[str]:
    workshop.furnish()
    yield f"- medians of {wishes.rounds} rounds, the runs of a round in turn\n"
    yield tools(workshop.versions())
    for subject in SUBJECTS:
        if not wishes.only or subject.package in wishes.only:
            yield from _compared(workshop, subject, wishes)
    if wishes.growth:
        folder = workshop.fetch(_LARGEST)
        yield f"\n### Growth, {_LARGEST.requirement}\n"
        yield from curve(growth(workshop, _LARGEST, folder, rounds=1))
    if wishes.mass:
        place = workshop.folder / "mass"
        many = mass(_LARGEST, workshop.fetch(_LARGEST), place, wishes.mass)
        yield f"\n### Mass, {len(many.layers[0][1])} modules in the innermost layer\n"
        yield from curve([stage(workshop, many, place, rounds=1)])
    yield "\n"
    yield from machine()


def _compared(workshop: Workshop, subject: Subject, wishes: argparse.Namespace) -> Iterator[str]:
    folder = workshop.fetch(subject)
    found = contests(workshop, subject)
    if wishes.no_cold:
        del found[ALL_COLD], found[BARE]
    measures = held(found, folder, wishes.rounds)
    yield from table(subject.requirement, sum(1 for _ in folder.rglob("*.py")), measures)
    if subject.package in (wishes.peers or ()):
        theirs = dict(peer_contests(workshop, subject, wishes.patience))
        yield from others(wishes.patience, held(theirs, folder, 1), measures[IMPORTS_COLD])
    yield f"\nBy stage, all rules, warm:\n\n```\n{stages(workshop, folder)}```\n"


def _write(text: str) -> None:
    before, _, rest = PAGE.read_text().partition(_BEGIN)
    after = rest.partition(_END)[2]
    PAGE.write_text(f"{before}{_BEGIN}{text}{_END}{after}")


if __name__ == "__main__":
    main()
