"""A sheet: the lines of a file, to which others are added."""

import io
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

_LINE = re.compile(rb"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_INDENT = re.compile(rb"[ \t\f]*")
_ENDS = b"\r\n"
_MARK = b"\xef\xbb\xbf"


class Spot(NamedTuple):
    """Where something is added: above a line, counted from 1, or behind what stands in it."""

    line: int
    is_alone: bool


class Written(NamedTuple):
    """A line as it stands in the new file."""

    line: int
    text: str


class Sheet:
    """The lines of a file in its own encoding, with its own line ends."""

    def __init__(self, source: bytes) -> None:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        self._encoding = encoding.removesuffix("-sig")
        self._mark = _MARK if source.startswith(_MARK) else b""
        self._lines: list[bytes] = _LINE.findall(source.removeprefix(_MARK))
        first = self._lines[0] if self._lines else b""
        self._end = first[len(first.rstrip(_ENDS)) :] or b"\n"

    def __len__(self) -> int:
        return len(self._lines)

    def width(self, line: int) -> int:
        """Return how many columns a line has."""
        return len(self._text(self._lines[line - 1]))

    def with_added(self, notes: Iterable[tuple[Spot, str]]) -> tuple[bytes, list[Written]]:
        """Return the file with the notes in it, and the lines that are new.

        Raises UnicodeEncodeError for a note that the file's encoding cannot write.
        """
        wanted: dict[Spot, list[str]] = defaultdict(list)
        for spot, text in notes:
            wanted[spot].append(text)
        lines: list[bytes] = []
        written = []
        for number, line in enumerate([*self._lines, b""], 1):
            for text in wanted.get(Spot(number, is_alone=True), ()):
                self._complete(lines)
                lines.append(_indent(line) + self._bytes(text) + self._end)
                written.append(Written(len(lines), self._text(lines[-1])))
            lines.append(line)
            for text in wanted.get(Spot(number, is_alone=False), ()):
                lines[-1] = self._followed(lines[-1], text)
                written.append(Written(len(lines), self._text(lines[-1])))
        return self._mark + b"".join(lines), written

    def _followed(self, line: bytes, text: str) -> bytes:
        content = line.rstrip(_ENDS)
        return content + self._bytes(f"  {text}") + line[len(content) :]

    def _complete(self, lines: list[bytes]) -> None:
        """End the last line, if it has no end yet."""
        if lines and not lines[-1].endswith((b"\r", b"\n")):
            lines[-1] += self._end

    def _bytes(self, text: str) -> bytes:
        return text.encode(self._encoding)

    def _text(self, line: bytes) -> str:
        return line.rstrip(_ENDS).decode(self._encoding, "replace")


def _indent(line: bytes) -> bytes:
    found = _INDENT.match(line)
    return found[0] if found else b""
