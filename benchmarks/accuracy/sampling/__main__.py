"""Draws items for readers.

    python -m benchmarks.accuracy.sampling CHECKOUTS... --to FOLDER [--seed WORD]

CHECKOUTS are folders with clones in them. Written are `sample.jsonl`, which readers get, and
`verdicts.jsonl`, which they do not; what was read of each project is kept beside them in `runs`.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from archlint.settings.mistakes import SettingsError
from benchmarks.accuracy.labels import projects_in
from benchmarks.accuracy.sampling.drawing import Drawn, draw, questions
from benchmarks.accuracy.sampling.reading import Harvest, NothingToJudgeError, harvest

LABELS = Path(__file__).parent.parent / "labels"


def main() -> None:
    """Read all projects, draw, and write."""
    options = _parser().parse_args()
    runs = options.to / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    harvests = list(_harvests(options.checkouts, runs))
    sample, verdicts = [], []
    for rule, question in questions().items():
        items = draw(harvests, rule, options.seed)
        told = sum(each.is_told for each in items)
        print(f"{rule}: {len(items)} items, {told} of them told")
        for number, drawn in enumerate(items, 1):
            name = f"{rule}-{number:02}"
            sample.append(_asked(name, drawn, question))
            verdicts.append(_judged(name, drawn))
    _write(options.to / "sample.jsonl", sample)
    _write(options.to / "verdicts.jsonl", verdicts)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.sampling")
    parser.add_argument("checkouts", nargs="+", type=Path, help="folders with clones in them")
    parser.add_argument("--to", type=Path, required=True, help="where to write")
    parser.add_argument("--seed", default="1", help="another word draws others")
    return parser


def _harvests(folders: Iterable[Path], runs: Path) -> Iterator[Harvest]:
    """Yield what is seen in each clone; of a project that is there twice, the first counts."""
    labelled = {project.name: project for project in projects_in(LABELS)}
    known: set[str] = set()
    clones = [each for folder in folders for each in sorted(folder.iterdir())]
    for clone in clones:
        if not (clone / ".git").exists() or clone.name in known:
            continue
        known.add(clone.name)
        try:
            yield harvest(clone, labelled.get(clone.name), runs / f"{clone.name}.json")
        except (NothingToJudgeError, SettingsError) as problem:
            print(f"{clone.name} is left out: {str(problem).splitlines()[0]}", file=sys.stderr)


def _asked(name: str, drawn: Drawn, question: str) -> dict[str, object]:
    seen = drawn.seen
    return {
        "id": name,
        "rule": seen.rule,
        "project": drawn.harvest.project,
        "commit": drawn.harvest.commit,
        "path": seen.path,
        "line": seen.line,
        "symbol": seen.symbol,
        "place": seen.place,
        "question": question,
    }


def _judged(name: str, drawn: Drawn) -> dict[str, object]:
    seen = drawn.seen
    told = {"severity": seen.severity, "message": seen.message}
    return {"id": name, "told": drawn.is_told, **told}


def _write(file: Path, lines: Iterable[dict[str, object]]) -> None:
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
