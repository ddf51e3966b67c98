"""The snippets of docs/ci.md, each with the file that it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "ci.md"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Snippet:
    """What a reader copies into a file."""

    file: str
    language: str
    text: str


def snippets() -> Iterator[Snippet]:
    """Yield the snippets; the first line of each is a comment that names the file."""
    for fence in _FENCE.finditer(PAGE.read_text(encoding="utf-8")):
        language, text = fence.groups()
        yield Snippet(text.partition("\n")[0].removeprefix("# "), language, text)
