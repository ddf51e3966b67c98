"""One file of the baseline, read without trust: an entry, or what is wrong with it."""

import os
import re
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from archlint.baseline.writing import KEYS
from archlint.model.baseline.entries import Entry
from archlint.model.nearest import unknown
from archlint.model.place import Place

LARGEST = 64 << 10
"""Bytes that a file may have: names and a reason need a hundredth of it."""

REQUIRED = ("rule", "path")
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_READ = os.O_RDONLY | _NO_LINKS | getattr(os, "O_BINARY", 0)


class FaultyError(Exception):
    """A file is no entry; `line` is where it goes wrong."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A file below the folder of the baseline; `name` is how people find it."""

    path: Path
    name: str

    def entry(self, rules: Collection[str]) -> Entry:
        """Return the entry; raise FaultyError. `rules` are the names that the book knows."""
        text = self._text()
        values = _values(text)
        for key, fault in _faults(values, rules):
            raise FaultyError(fault, _line_of(key, text))
        entry = Entry(**{"module": "", **values}, place=Place(self.name))
        self._compare(entry)
        return entry

    def _compare(self, entry: Entry) -> None:
        """Raise FaultyError where the file does not lie where its content belongs."""
        if self.path.parent.name != entry.rule:
            raise FaultyError(f"it speaks of {entry.rule}, and lies in {self.path.parent.name}")
        if self.path.stem != entry.identity:
            raise FaultyError(
                "its name is not the one of its content, which was changed by hand; remove it and "
                "accept the finding with archlint baseline update --accept-new"
            )

    def _text(self) -> str:
        try:
            content = _content(self.path)
        except OSError as error:
            raise FaultyError(f"it cannot be read: {error.strerror or error}") from error
        try:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise FaultyError("it is not UTF-8", line) from error


def _content(path: Path) -> bytes:
    if path.is_symlink():
        raise FaultyError("it is a link, which an entry must not be")
    with open(os.open(path, _READ), "rb") as file:  # noqa: PTH123 - it is a descriptor
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FaultyError("it is no plain file")
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise FaultyError(f"it is larger than any entry: more than {LARGEST >> 10} KB")
    return content


def _values(text: str) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise FaultyError(f"it is no TOML: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise FaultyError("it is no entry: it is nested too deeply") from error


def _faults(values: dict[str, Any], rules: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the keys with something wrong about them, and what."""
    for key, value in values.items():
        if key not in KEYS:
            yield key, unknown("key", key, KEYS)
        elif key == "until" and (not isinstance(value, date) or isinstance(value, datetime)):
            yield key, "until is no date; write until = 2027-03-01"
        elif key != "until" and not isinstance(value, str):
            yield key, f"{key} is not a text"
    for key in REQUIRED:
        if key not in values:
            yield key, f"{key} is missing"
    if values["rule"] not in rules:
        yield "rule", unknown("rule", values["rule"], rules)


def _line_of(key: str, text: str) -> int:
    """Return the line on which a key of a flat table stands, 1 where it does not."""
    found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1
