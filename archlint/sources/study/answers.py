"""Answers: what comes of studying one file, and the frames in which they pass between processes.

Never pickle: what a process reads is input from outside, even from a process of our own.
"""

from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from traceback import format_exc
from typing import BinaryIO

from archlint.model.facts.structure import Structure
from archlint.sources.study import study
from archlint.sources.unreadable import UnreadableError

_LENGTH = Struct("<I")


@dataclass(frozen=True, slots=True)
class Answer:
    """The structure of a file, or the reason why there is none.

    `fault` is the traceback when it was archlint that failed, and not the file.
    """

    structure: Structure | None = None
    reason: str = ""
    line: int = 1
    column: int = 1
    fault: str = ""


def answer(path: Path) -> Answer:
    """Study a file on the disk."""
    try:
        return Answer(study(path.read_bytes()))
    except UnreadableError as error:
        return Answer(None, error.reason, error.line, error.column)
    except OSError as error:
        return Answer(reason=f"cannot be read: {error.strerror or error}")
    except Exception:  # noqa: BLE001 - told to whoever asked, perhaps in another process
        return Answer(fault=format_exc())


def send(stream: BinaryIO, content: bytes) -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one message; None when the other side has gone."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    size: int = _LENGTH.unpack(header)[0]
    content = stream.read(size)
    return content if len(content) == size else None
