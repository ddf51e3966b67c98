"""Custom contract types: code of the project, run in a process of its own.

It may print, hang, crash or leave: that costs one contract, never the audit.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import archlint
from archlint.contracts.built_in import UnjudgedError
from archlint.contracts.graph import Imports
from archlint.contracts.reading import Declared

PATIENCE = 60.0
"""Seconds that all custom contracts of a run may take together."""

_START = (
    "import sys; sys.path.append(sys.argv[1]); from archlint.contracts.worker import main; main()"
)
_COMMAND = (sys.executable, "-P", "-c", _START, str(Path(archlint.__file__).parents[1]))

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

    def _timed(self, task: str) -> subprocess.CompletedProcess[str]:
        left = self.patience - self._spent
        if left <= 0:
            raise UnjudgedError(_NOT_BEGUN.format(self.patience))
        start = monotonic()
        try:
            return self._run(task, left)
        finally:
            self._spent += monotonic() - start

    def _run(self, task: str, seconds: float) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603 - what it runs, the settings have allowed
                _COMMAND,
                input=task,
                cwd=self.folder,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnjudgedError(_NOT_DONE.format(self.patience)) from None


def _answer(done: subprocess.CompletedProcess[str]) -> Answer:
    try:
        told = json.loads(done.stdout)
    except ValueError:
        last = [line for line in done.stderr.splitlines() if line.strip()][-1:]
        reason = f": {last[0].strip()}" if last else ""
        raise UnjudgedError(f"its process ends with status {done.returncode}{reason}") from None
    if "error" in told:
        raise UnjudgedError(told["error"])
    return Answer("" if told["kept"] else told["text"], tuple(told["warnings"]))
