"""Where contracts stand in the text that declares them: what its parsers do not tell."""

import re
from collections.abc import Iterator

_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*importlinter\b[^\]\n]*\]", re.MULTILINE)
_ELEMENT = re.compile(
    r"^[ \t]*\[\[[ \t]*tool[ \t]*\.[ \t]*importlinter[ \t]*\.[ \t]*contracts[ \t]*\]\]",
    re.MULTILINE,
)
_NAME = re.compile(r"""\bname[ \t]*=[ \t]*(?P<quote>["'])(?P<name>.*?)(?P=quote)""")
_KEY = re.compile(r"^[ \t]*(?:tool[ \t]*\.[ \t]*)?importlinter[ \t]*[.=]", re.MULTILINE)
_INI_TABLE = re.compile(r"^\[importlinter\]", re.MULTILINE)
_INI_SECTION = re.compile(r"^\[(?P<name>importlinter:[^\]\n]*)\]", re.MULTILINE)

Position = tuple[int, int]
"""A line and a column, both counted from 1."""


def holds_settings(text: str) -> bool:
    """Whether a text has a section or a table of import-linter."""
    return bool(_INI_TABLE.search(text) or _TABLE.search(text))


def settings_position(text: str) -> Position:
    """Return where the settings of the session begin, in TOML or INI."""
    found = _INI_TABLE.search(text) or _TABLE.search(text) or _KEY.search(text)
    return _position(text, found.start()) if found else (1, 1)


def key_position(text: str, key: str) -> Position:
    """Return where a key of the settings stands in TOML, or else where they begin."""
    written = rf"^[ \t]*(?:\[\[?[ \t]*)?(?:[\w \t]+\.[ \t]*)*{key}(?=[ \t]*[=.\]])"
    start = found.start() if (found := _TABLE.search(text)) else 0
    found = re.compile(written, re.MULTILINE).search(text, start)
    return _position(text, found.start()) if found else settings_position(text)


def option_position(text: str, section: str, option: str) -> Position:
    """Return where an option stands in an INI text, or else where its section does."""
    header = re.compile(rf"^\[{re.escape(section)}\]", re.MULTILINE).search(text)
    start = header.start() if header else 0
    written = re.compile(rf"^[ \t]*{re.escape(option)}[ \t]*[=:]", re.MULTILINE | re.IGNORECASE)
    found = written.search(text, start)
    return _position(text, found.start() if found else start)


def contract_positions(text: str, names: list[str]) -> list[Position]:
    """Return where each contract stands, in the order in which they are read.

    `names` are what they call themselves, for TOML that writes them as one array inline.
    """
    headers = [*_INI_SECTION.finditer(text)] or [*_ELEMENT.finditer(text)]
    if len(headers) == len(names):
        return [_position(text, header.start()) for header in headers]
    return list(_by_name(text, names))


def _by_name(text: str, names: list[str]) -> Iterator[Position]:
    start = found.end() if (found := _TABLE.search(text)) else 0
    places = {match["name"]: match.start() for match in _NAME.finditer(text, start)}
    for name in names:
        yield _position(text, places[name]) if name in places else settings_position(text)


def _position(text: str, offset: int) -> Position:
    before = text[:offset]
    column = offset - before.rfind("\n")
    indent = len(text[offset:]) - len(text[offset:].lstrip(" \t"))
    return before.count("\n") + 1, column + indent
