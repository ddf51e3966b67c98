"""Recent answers: those of the audit before, which a watch asks for again and again."""

from collections.abc import Mapping
from typing import cast

from archlint.sources.crew.answers import Answer
from archlint.sources.crew.readers import Reader
from archlint.sources.facts import Fact


class Recent:
    """The last answer of each reader to each path."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], Answer[object]] = {}

    def take(self, reader: Reader[Fact], path: str, digest: bytes) -> Answer[Fact] | None:
        """Return the last answer, if it speaks of this content."""
        found = self._answers.get((reader.name, path))
        if found is None or not digest or found.digest != digest:
            return None
        return cast("Answer[Fact]", found)  # what is kept under the name of a reader is its own

    def note(self, reader: Reader[Fact], answers: Mapping[str, Answer[Fact]]) -> None:
        """Take answers in place of those before."""
        for path, answer in answers.items():
            self._answers[reader.name, path] = cast("Answer[object]", answer)
