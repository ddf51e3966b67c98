"""Answers: an item with what archlint tells of it and what two readers said."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

YES, NO = "yes", "no"
_ASKED = ("id", "rule", "project", "commit", "path", "line", "symbol")
ITEMS = Path(__file__).parent.parent / "labels" / "readers.jsonl"


@dataclass(frozen=True, slots=True)
class Answered:
    """A drawn item; `severity` is that of archlint's finding there, "" where it tells nothing."""

    id: str
    rule: str
    project: str
    commit: str
    path: str
    line: int
    symbol: str
    severity: str
    a: str
    b: str
    why_a: str = ""
    why_b: str = ""

    @property
    def is_told(self) -> bool:
        """Whether archlint tells it."""
        return bool(self.severity)

    @property
    def verdict(self) -> str:
        """What both say: yes; no where one says so and none says yes; else it is arguable."""
        answers = {self.a, self.b}
        if answers == {YES}:
            return YES
        return NO if NO in answers and YES not in answers else "arguable"

    @property
    def key(self) -> tuple[str, str, str, int, str]:
        """What it is known by in another run."""
        return self.project, self.rule, self.path, self.line, self.symbol

    def told(self) -> str:
        """Return it in a line."""
        where = f"{self.project} {self.path}:{self.line} {self.symbol}".rstrip()
        return f"{self.rule} {where}: {self.a}, {self.why_a} | {self.b}, {self.why_b}"


def recorded(file: Path) -> Iterator[Answered]:
    """Yield what was answered, in the order of the file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        yield Answered(**json.loads(line))


def record(folder: Path, file: Path) -> None:
    """Join a sample with its verdicts and the answers of both readers, and write them."""
    asked, verdicts = _by_id(folder / "sample.jsonl"), _by_id(folder / "verdicts.jsonl")
    a, b = (_by_id(folder / f"reader-{name}.jsonl") for name in "ab")
    with file.open("w", encoding="utf-8") as written:
        for key, item in asked.items():
            if key in a and key in b:
                joined = {name: item[name] for name in _ASKED}
                joined |= {"severity": verdicts[key]["severity"]}
                joined |= {"a": a[key]["answer"], "b": b[key]["answer"]}
                joined |= {"why_a": a[key]["why"], "why_b": b[key]["why"]}
                written.write(json.dumps(joined, ensure_ascii=False) + "\n")


def _by_id(file: Path) -> dict[str, dict[str, Any]]:
    lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {line["id"]: line for line in lines}
