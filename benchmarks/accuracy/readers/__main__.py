"""Measures, rule by rule, how far two readers agree, and how often archlint does with them.

    python -m benchmarks.accuracy.readers [--runs FOLDER] [--list] [--record FOLDER]

What archlint tells is what it told when the items were drawn, or what it tells in the `runs` of a
new drawing. `--record` joins a sample, its verdicts and the answers of both readers first.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.accuracy.readers.answers import ITEMS, NO, YES, Answered, record, recorded
from benchmarks.accuracy.scores import Share, kappa

_HEAD = (
    "rule", "items", "agreement", "kappa", "told", "right", "arguable", "wrong",
    "precision", "right of told", "near misses", "of these missed",
)  # fmt: skip


def main() -> None:
    """Print a row for each rule, the sums, and what is disputed if it is wanted."""
    options = _parser().parse_args()
    if options.record:
        record(options.record, ITEMS)
    items = list(_anew(recorded(ITEMS), options.runs) if options.runs else recorded(ITEMS))
    print(f"| {' | '.join(_HEAD)} |\n|{'---|' * len(_HEAD)}")
    for rule in dict.fromkeys(item.rule for item in items):
        print(_row(rule, [item for item in items if item.rule == rule]))
    for severity in ("error", "warning", "info"):
        print(_row(f"all told as {severity}", [i for i in items if i.severity == severity]))
    print(_row("all", items))
    if options.list:
        print("\n".join(["", *_disputed(items)]))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.readers")
    parser.add_argument("--runs", type=Path, help="what a new drawing has read")
    parser.add_argument("--list", action="store_true", help="name what readers say otherwise")
    parser.add_argument("--record", type=Path, metavar="FOLDER", help="take in what was answered")
    return parser


def _anew(items: Iterable[Answered], runs: Path) -> Iterator[Answered]:
    """Yield the items with what is told of them now; those of projects that were not read stay."""
    seen, read = dict[tuple[object, ...], str](), set[str]()
    for file in runs.glob("*.json"):
        told = json.loads(file.read_text(encoding="utf-8"))
        read.add(told["project"])
        for each in told["seen"]:
            at = (told["project"], each["rule"], each["path"], each["line"], each["symbol"])
            seen[at] = each["severity"]
    for item in items:
        is_known = item.project in read
        yield replace(item, severity=seen.get(item.key, "")) if is_known else item


def _row(title: str, items: list[Answered]) -> str:
    told = [item.verdict for item in items if item.is_told]
    near = [item.verdict for item in items if not item.is_told]
    right, wrong = told.count(YES), told.count(NO)
    agreed = kappa([(item.a, item.b) for item in items])
    cells = (
        *(title, len(items), sum(item.a == item.b for item in items)),
        "-" if agreed is None else f"{agreed:.2f}",
        *(len(told), right, len(told) - right - wrong, wrong),
        *(Share(len(told) - wrong, len(told)), Share(right, len(told))),
        *(len(near), near.count(YES)),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _disputed(items: Iterable[Answered]) -> Iterator[str]:
    for item in items:
        if item.is_told and item.verdict == NO:
            yield f"wrong     {item.told()}"
        elif not item.is_told and item.verdict == YES:
            yield f"missed    {item.told()}"
        elif item.a != item.b:
            yield f"{'told' if item.is_told else 'not told'}, {item.told()}"


if __name__ == "__main__":
    main()
