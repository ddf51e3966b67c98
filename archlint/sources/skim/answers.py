"""Answers: what comes of skimming one file, here or in a process beside this one."""

from dataclasses import dataclass
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.sources.skim.reader import skim
from archlint.sources.unreadable import UnreadableError


@dataclass(frozen=True, slots=True)
class Answer:
    """The outline of a file, or the reason why there is none."""

    outline: Outline | None = None
    reason: str = ""
    line: int = 1
    column: int = 1


def answer(path: Path) -> Answer:
    """Skim a file on the disk."""
    try:
        return Answer(skim(path.read_bytes()))
    except UnreadableError as error:
        return Answer(None, error.reason, error.line, error.column)
    except OSError as error:
        return Answer(reason=f"cannot be read: {error.strerror or error}")
    except Exception as error:
        error.add_note(f"while skimming {path}")
        raise
