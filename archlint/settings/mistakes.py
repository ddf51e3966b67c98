"""A mistake in the settings, told so that an editor can jump to it and the user can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong at one place of a settings file; line and column count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class SettingsError(Exception):
    """The settings cannot be used; `mistakes` are all that were found, in the file's order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


def shown(file: Path) -> str:
    """Return the path by which the user finds the file: relative where it lies below."""
    absolute = file.absolute()
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def unknown(kind: str, word: str, known: Iterable[str]) -> str:
    """Say that `word` is unknown, with the nearest known one or, if none is near, a short list."""
    names = sorted(str(name) for name in known)
    message = f"unknown {kind} {word!r}"
    if near := get_close_matches(word, names, n=1):
        return f"{message}; did you mean {near[0]!r}?"
    if 0 < len(names) <= _FEW:
        return f"{message}; known: {', '.join(names)}"
    return message


_FEW = 12
