"""The source lines that a report quotes."""

import tokenize
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class SourceLines:
    """Reads lines of the files below a folder; keeps the last file, for findings come by file."""

    folder: Path
    _path: str = field(default="", init=False)
    _lines: list[str] = field(default_factory=list, init=False)

    def __call__(self, path: str, line: int) -> str | None:
        """Return a line counted from 1, without its end; None when there is none."""
        if path != self._path:
            self._path, self._lines = path, _read(self.folder / path)
        return self._lines[line - 1] if 0 < line <= len(self._lines) else None


def _read(file: Path) -> list[str]:
    """Return the lines as Python counts them; none for a file that cannot be read as it says."""
    try:
        with tokenize.open(file) as source:
            return source.read().split("\n")
    except (OSError, SyntaxError, UnicodeDecodeError):
        return []
