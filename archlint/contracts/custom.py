"""Custom contract types: code of the project, run in a process of its own.

It may print, hang, crash or leave: that costs one contract, never the audit.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, Any

from archlint.contracts.built_in import UnjudgedError
from archlint.contracts.graph import Imports
from archlint.contracts.reading import Declared

PATIENCE = 60.0
"""Seconds that all custom contracts of a run may take together."""

_START = (
    "import sys; sys.path.append(sys.argv[1]); from archlint.contracts.worker import main; main()"
)
_COMMAND = (sys.executable, "-P", "-c", _START, str(Path(__file__).parents[2]))

_NOT_BEGUN = (
    "it was not begun, because the custom contracts before it took the {:g} seconds "
    "that all of a run have together"
)
_NOT_DONE = (
    "it was not done when the {:g} seconds were over that all custom contracts of a run "
    "have together"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a custom contract says: `text` is how it tells its breach, "" when it is kept."""

    text: str
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Workshop:
    """Where custom contracts run: in the folder of the project, which imports start from.

    `patience` are the seconds that all its contracts may take together.
    """

    folder: Path
    source_roots: Sequence[str]
    patience: float = PATIENCE
    _spent: float = 0.0

    def check(
        self, declared: Declared, dotted: str, session: dict[str, Any], imports: Imports
    ) -> Answer:
        """Run one contract of the class `dotted`; raise UnjudgedError where that fails."""
        task = {
            "class": dotted,
            "options": declared.options,
            "session": session,
            "paths": [str(self.folder / root) for root in sorted(self.source_roots)],
            "imports": imports.blueprint.told(),
        }
        return _answer(self._timed(json.dumps(task, default=str)))

    def _timed(self, task: str) -> "_Done":
        left = self.patience - self._spent
        if left <= 0:
            raise UnjudgedError(_NOT_BEGUN.format(self.patience))
        start = monotonic()
        try:
            return self._run(task, left)
        finally:
            self._spent += monotonic() - start

    def _run(self, task: str, seconds: float) -> "_Done":
        """Talk with the process in files: a pipe lasts as long as the last of its children."""
        with TemporaryFile() as asked, TemporaryFile() as told, TemporaryFile() as errors:
            asked.write(task.encode())
            asked.seek(0)
            try:
                status = subprocess.call(  # noqa: S603 - what it runs, the settings have allowed
                    _COMMAND,
                    cwd=self.folder,
                    stdin=asked,
                    stdout=told,
                    stderr=errors,
                    timeout=seconds,
                )
            except subprocess.TimeoutExpired:
                raise UnjudgedError(_NOT_DONE.format(self.patience)) from None
            return _Done(status, _text(told), _text(errors))


@dataclass(frozen=True, slots=True)
class _Done:
    """A process that has ended, and what it wrote."""

    status: int
    told: str
    errors: str


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _answer(done: _Done) -> Answer:
    try:
        told = json.loads(done.told)
    except ValueError:
        last = [line for line in done.errors.splitlines() if line.strip()][-1:]
        reason = f": {last[0].strip()}" if last else ""
        raise UnjudgedError(f"its process ends with status {done.status}{reason}") from None
    if "error" in told:
        raise UnjudgedError(told["error"])
    return Answer("" if told["kept"] else told["text"], tuple(told["warnings"]))
