"""Where the keys and values of a TOML text stand: what its parser does not tell."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column of a text, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Places:
    """Positions by key path; an integer in a path counts the elements of an array."""

    keys: dict[KeyPath, Position] = field(default_factory=dict)
    values: dict[KeyPath, Position] = field(default_factory=dict)

    def key(self, path: KeyPath) -> Position:
        """Return where the key stands, or else the nearest table around it."""
        while path:
            if position := self.keys.get(path):
                return position
            path = path[:-1]
        return Position(1, 1)

    def value(self, path: KeyPath) -> Position:
        """Return where the value begins; for a table, where its key or header stands."""
        return self.values.get(path) or self.key(path)


def locate(text: str) -> Places:
    """Return the places of everything in a text that is valid TOML with plain newlines."""
    scan = _Scan(text)
    scan.document()
    return scan.places


_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_MULTILINE = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_SIMPLE_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


class _Scan:
    """One pass over a text; `at` is the offset reached."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places = Places()
        self._lengths: dict[KeyPath, int] = {}
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def document(self) -> None:
        table: KeyPath = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self._peek("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _header(self) -> KeyPath:
        start = self._position()
        is_array = self.text.startswith("[[", self.at)
        self.at += 2 if is_array else 1
        path: KeyPath = ()
        for name, position in self._dotted():
            self.places.keys.setdefault((*path, name), position)
            path = self._last_element((*path, name))
        self.at = self.text.index("]", self.at) + (2 if is_array else 1)
        if is_array:
            path = self._next_element(path)
            self.places.keys[path] = start
        return path

    def _last_element(self, path: KeyPath) -> KeyPath:
        length = self._lengths.get(path)
        return path if length is None else (*path, length - 1)

    def _next_element(self, path: KeyPath) -> KeyPath:
        # The header `[[a]]` names the array that `_last_element` has already stepped into.
        array = path[:-1] if path and isinstance(path[-1], int) else path
        self._lengths[array] = self._lengths.get(array, 0) + 1
        return (*array, self._lengths[array] - 1)

    def _pair(self, table: KeyPath) -> None:
        path = table
        for name, position in self._dotted():
            path = (*path, name)
            self.places.keys.setdefault(path, position)
        self._skip(_SPACE)
        self.at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        self.places.values[path] = self._position()
        if self._peek("["):
            for index in self._elements("]"):
                self._value((*path, index))
        elif self._peek("{"):
            for _ in self._elements("}"):
                self._pair(path)
        elif not (self._match(_MULTILINE) or self._match(_STRING)):
            self._match(_SCALAR)

    def _elements(self, closing: str) -> Iterator[int]:
        """Yield the index of each element, with `at` on its beginning; step over the brackets."""
        self.at += 1
        self._skip(_BLANK)
        index = 0
        while not self._peek(closing):
            yield index
            index += 1
            self._skip(_BLANK)
            if self._peek(","):
                self.at += 1
            self._skip(_BLANK)
        self.at += 1

    def _dotted(self) -> Iterator[tuple[str, Position]]:
        while True:
            self._skip(_SPACE)
            position = self._position()
            if quoted := self._match(_STRING):
                yield _unquoted(quoted), position
            else:
                yield self._match(_BARE), position
            self._skip(_SPACE)
            if not self._peek("."):
                return
            self.at += 1

    def _position(self) -> Position:
        line = bisect_right(self._starts, self.at)
        return Position(line, self.at - self._starts[line - 1] + 1)

    def _peek(self, character: str) -> bool:
        return self.text.startswith(character, self.at)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        self._match(pattern)

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if not found:
            return ""
        self.at = found.end()
        return found.group()


def _unquoted(quoted: str) -> str:
    if quoted.startswith("'"):
        return quoted[1:-1]
    return _ESCAPE.sub(_escaped, quoted[1:-1])


def _escaped(match: re.Match[str]) -> str:
    *codes, simple = match.groups()
    if code := "".join(filter(None, codes)):
        return chr(int(code, 16))
    return _SIMPLE_ESCAPES.get(simple, simple)
