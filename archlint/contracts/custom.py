"""Custom contract types: code of the project, run in a process of its own.

It may print, hang, crash or leave: that costs one contract, never the audit.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import archlint
from archlint.contracts.built_in import UnjudgedError
from archlint.contracts.graph import Imports
from archlint.contracts.reading import Declared

PATIENCE = 300
"""Seconds that one custom contract may take."""

_START = (
    "import sys; sys.path.append(sys.argv[1]); from archlint.contracts.worker import main; main()"
)
_COMMAND = (sys.executable, "-P", "-c", _START, str(Path(archlint.__file__).parents[1]))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a custom contract says: `text` is how it tells its breach, "" when it is kept."""

    text: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where custom contracts run: in the folder of the project, which imports start from."""

    folder: Path
    source_roots: Sequence[str]

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
        return _answer(self._run(json.dumps(task, default=str)))

    def _run(self, task: str) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603 - what it runs, the settings have allowed
                _COMMAND,
                input=task,
                cwd=self.folder,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnjudgedError(f"it takes longer than {PATIENCE} seconds") from None


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
