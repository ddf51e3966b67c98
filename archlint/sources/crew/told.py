"""What is told of a file: the answer, and the bytes in which it came from another process."""

from typing import Generic, NamedTuple

from archlint.sources.crew.answers import Answer
from archlint.sources.crew.packing import packed
from archlint.sources.facts import Fact


class Told(NamedTuple, Generic[Fact]):
    """An answer; `content` is b"" where it was found here."""

    answer: Answer[Fact]
    content: bytes = b""

    def packed(self) -> bytes:
        """Return the answer as it passes between processes and is kept in the cache."""
        return self.content or packed(self.answer)
