"""The projects whose reports are judged: the examples, odd names, a flood, and given ones."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archlint.reports import FORMATS
from tests.validators.trees import IMPORT, flood, odd_names

EXAMPLES = Path(__file__).parents[2] / "examples"
FINISHED = (0, 1)


@dataclass(frozen=True, slots=True)
class Subject:
    """A project, and what archlint told of it, by format."""

    folder: Path
    reports: dict[str, Path] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return self.folder.name

    @property
    def findings(self) -> int:
        """How many findings of any state there are."""
        return len(self.reports["json-lines"].read_bytes().splitlines()) - 1

    def told(self) -> "Subject":
        """Return it with a report in each format; raise where archlint cannot judge it."""
        base = self.folder.parent / f"{self.name}.reports"
        base.mkdir()
        reports = {name: base / f"report.{name}" for name in FORMATS}
        targets = [f"--output={name}={file}" for name, file in reports.items()]
        command = [sys.executable, "-m", "archlint", "check", "--no-cache", "--quiet", *targets]
        done = subprocess.run(  # noqa: S603 - our own command
            command, cwd=self.folder, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode not in FINISHED or not all(map(Path.is_file, reports.values())):
            raise SystemExit(f"archlint ends with {done.returncode} in {self.folder}")
        return Subject(self.folder, reports)


def subjects(work: Path, further: Iterable[Path]) -> Iterator[Subject]:
    """Yield the projects, laid below a folder."""
    for example in (*sorted(EXAMPLES.iterdir()), *further):
        if example.is_dir():
            copy = work / example.resolve().name
            shutil.copytree(example, copy, symlinks=True, ignore=shutil.ignore_patterns(".git"))
            yield Subject(copy)
    yield Subject(_laid(work / "flood", flood()))
    yield Subject(_accepted(work / "accepted", flood(20)))
    yield Subject(_laid(work / "odd % names", odd_names()))


def _accepted(folder: Path, files: dict[bytes, bytes]) -> Path:
    """Lay a project whose findings are in its baseline, and break a rule once more."""
    _laid(folder, files)
    command = [sys.executable, "-m", "archlint", "baseline", "create"]
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)  # noqa: S603 - our own
    return _laid(folder, {b"shop/domain/late.py": IMPORT})


def _laid(folder: Path, files: dict[bytes, bytes]) -> Path:
    for path, content in files.items():
        file = Path(os.fsdecode(os.fsencode(folder) + b"/" + path))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder
