"""Answers: what comes of reading one file, here or in a process beside this one."""

from collections.abc import Callable
from dataclasses import dataclass
from traceback import format_exc
from typing import Generic

from archlint.sources.digest import digest_of
from archlint.sources.facts import Fact
from archlint.sources.unreadable import UnreadableError

Read = Callable[[bytes], Fact]


@dataclass(frozen=True, slots=True)
class Answer(Generic[Fact]):
    """The fact that a file holds, or the reason why there is none.

    `fault` is the traceback when it was archlint that failed, and not the file. `digest` is that of
    the content which the answer speaks of, b"" where it does not follow from a content.
    """

    fact: Fact | None = None
    reason: str = ""
    line: int = 1
    column: int = 1
    fault: str = ""
    digest: bytes = b""


def answer(path: str, read: Read[Fact]) -> Answer[Fact]:
    """Read a file on the disk."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - twice as fast
            return answer_to(file.read(), read)
    except OSError as error:
        return Answer(reason=f"cannot be read: {error.strerror or error}")
    except Exception:  # noqa: BLE001 - told to whoever asked, perhaps in another process
        return Answer(fault=format_exc())


def answer_to(content: bytes, read: Read[Fact]) -> Answer[Fact]:
    """Read the content of a file."""
    digest = digest_of(content)
    try:
        return Answer(read(content), digest=digest)
    except UnreadableError as error:
        return Answer(None, error.reason, error.line, error.column, digest=digest)
