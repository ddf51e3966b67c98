"""Runs archlint and its peers in turn, and writes down what they took.

The figures of one run on one machine are good for one thing: their ratios.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.contests import ALL_COLD, ALL_WARM, contests, held, stages
from benchmarks.speed.growth import growth
from benchmarks.speed.subjects import SUBJECTS, Subject
from benchmarks.speed.telling import curve, machine, table, tools
from benchmarks.speed.workshop import PROJECT, Workshop

PAGE = PROJECT / "docs" / "speed.md"
_BEGIN, _END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"


def main() -> None:
    """Measure, print, and write the page."""
    wishes = _wishes()
    subjects = [each for each in SUBJECTS if not wishes.only or each.package in wishes.only]
    with TemporaryDirectory() as place:
        workshop = Workshop(Path(wishes.keep or place))
        lines = []
        for line in _measured(workshop, subjects, wishes):
            sys.stdout.write(line)
            sys.stdout.flush()
            lines.append(line)
    if wishes.write:
        _write("".join(lines))


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="runs of each kind (5)")
    parser.add_argument("--only", action="append", metavar="PACKAGE", help="this package alone")
    parser.add_argument("--no-cold", action="store_true", help="leave out all rules, cold")
    parser.add_argument("--no-growth", action="store_true", help="leave out the growth curve")
    parser.add_argument("--keep", metavar="FOLDER", help="work in this folder, and leave it")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md, too")
    return parser.parse_args()


def _measured(
    workshop: Workshop, subjects: list[Subject], wishes: argparse.Namespace
) -> Iterator[str]:
    workshop.furnish()
    yield f"- medians of {wishes.rounds} rounds, the runs of a round in turn\n"
    yield tools(workshop.versions())
    for subject in subjects:
        folder = workshop.fetch(subject)
        found = contests(workshop, subject)
        held({ALL_WARM: found[ALL_WARM]}, folder, 1)  # so that the first warm run is warm
        if wishes.no_cold:
            del found[ALL_COLD]
        files = sum(1 for _ in folder.rglob("*.py"))
        yield from table(subject.requirement, files, held(found, folder, wishes.rounds))
        yield f"\nBy stage, all rules, warm:\n\n```\n{stages(workshop, folder)}```\n"
        if subject is SUBJECTS[-1] and not wishes.no_growth:
            yield from curve(growth(workshop, subject, folder, wishes.rounds))
    yield "\n"
    yield from machine()


def _write(text: str) -> None:
    before, _, rest = PAGE.read_text().partition(_BEGIN)
    after = rest.partition(_END)[2]
    PAGE.write_text(f"{before}{_BEGIN}{text}{_END}{after}")


if __name__ == "__main__":
    main()
