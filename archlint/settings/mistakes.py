"""A mistake in the settings, told so that an editor can jump to it and the user can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from archlint.model.faults import ArchlintError


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong at one place of a settings file; line and column count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class SettingsError(ArchlintError):
    """The settings cannot be used; `mistakes` are all that were found, in the file's order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


def shown(file: Path) -> str:
    """Return the path by which the user finds the file: relative where it lies below."""
    absolute = file.absolute()
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()
