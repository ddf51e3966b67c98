"""Answers: what comes of reading one file, here or in a process beside this one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from traceback import format_exc
from typing import Generic

from archlint.sources.facts import Fact
from archlint.sources.unreadable import UnreadableError

Read = Callable[[bytes], Fact]


@dataclass(frozen=True, slots=True)
class Answer(Generic[Fact]):
    """The fact that a file holds, or the reason why there is none.

    `fault` is the traceback when it was archlint that failed, and not the file.
    """

    fact: Fact | None = None
    reason: str = ""
    line: int = 1
    column: int = 1
    fault: str = ""


def answer(path: Path, read: Read[Fact]) -> Answer[Fact]:
    """Read a file on the disk."""
    try:
        return Answer(read(path.read_bytes()))
    except UnreadableError as error:
        return Answer(None, error.reason, error.line, error.column)
    except OSError as error:
        return Answer(reason=f"cannot be read: {error.strerror or error}")
    except Exception:  # noqa: BLE001 - told to whoever asked, perhaps in another process
        return Answer(fault=format_exc())
