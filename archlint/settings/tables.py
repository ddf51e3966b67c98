"""TOML tables, read key by key: each value by its type, each mistake noted with its place."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

import tomli

from archlint.model.nearest import unknown
from archlint.model.place import Place
from archlint.settings.mistakes import Mistake, SettingsError
from archlint.settings.toml_places import KeyPath, Places, Position, locate

Choice = TypeVar("Choice", bound=StrEnum)


class Document:
    """A parsed settings file, and the mistakes found in it so far."""

    def __init__(self, text: str, file: str, name: str) -> None:
        """Parse `text`; `file` is how mistakes name it, `name` how places do."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        try:
            self.content: dict[str, Any] = tomli.loads(text)
        except tomli.TOMLDecodeError as error:
            raise SettingsError([Mistake(file, error.lineno, error.colno, error.msg)]) from None
        self.mistakes: list[Mistake] = []
        self._file = file
        self._name = name
        self._places: Places = locate(text)

    def table(self, path: KeyPath) -> "Table":
        """Return the table at `path`, which must be there."""
        content: Any = self.content
        for name in path:
            content = content[name]
        return Table(self, path, content)

    def place(self, position: Position) -> Place:
        """Return the position as a place in this file."""
        return Place(self._name, position.line, position.column)

    def key(self, path: KeyPath) -> Position:
        """Return where a key stands."""
        return self._places.key(path)

    def value(self, path: KeyPath) -> Position:
        """Return where a value stands."""
        return self._places.value(path)

    def wrong(self, position: Position, message: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(self._file, position.line, position.column, message))


@dataclass
class Table:
    """A table of a document. Every key that is asked for counts as known."""

    document: Document
    path: KeyPath
    content: Mapping[str, Any]
    _known: set[str] = field(default_factory=set)

    def __contains__(self, key: str) -> bool:
        return key in self.content

    def text(self, key: str) -> str | None:
        """Return a string that is not blank."""
        value = self._get(key)
        if value is None:
            return None
        if isinstance(value, str) and value.strip():
            return value
        fault = "empty" if isinstance(value, str) else f"{_described(value)}, not a text"
        self.wrong(key, f"{key} is {fault}")
        return None

    def flag(self, key: str) -> bool:
        """Return whether the key is true; left out it is not."""
        value = self._get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, f"{key} is {_described(value)}, not true or false")
        return value is True

    def number(self, key: str) -> int | None:
        """Return a whole number that is not negative."""
        value = self._get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.wrong(key, f"{key} is {_described(value)}, not a whole number from 0 up")
        return None

    def day(self, key: str) -> date | None:
        """Return a date without a time."""
        value = self._get(key)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.wrong(key, f"{key} is {_described(value)}, not a date; write {key} = 2027-03-01")
        return None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of strings; elements of another type are mistakes and left out."""
        value = self._get(key)
        if value is None:
            return None
        if not isinstance(value, list):
            hint = f"; write [{value!r}]".replace("'", '"') if isinstance(value, str) else ""
            self.wrong(key, f"{key} is {_described(value)}, not a list of texts{hint}")
            return None
        for index, element in enumerate(value):
            if not isinstance(element, str):
                self.wrong_element(key, index, f"{_described(element)} in {key} is not a text")
        return tuple(element for element in value if isinstance(element, str))

    def choice(self, key: str, choices: type[Choice], kind: str = "") -> Choice | None:
        """Return a word out of an enumeration; `kind` names it where the key does not."""
        value = self._get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.wrong(key, f"{key} is {_described(value)}, not one of {_listed(choices)}")
        elif value in list(choices):
            return choices(value)
        else:
            self.wrong(key, unknown(kind or key, value, choices))
        return None

    def described(self, key: str) -> str:
        """Say what a value is, for a message."""
        return _described(self._get(key))

    def raw(self, key: str) -> Any:  # noqa: ANN401 - what it is, the caller finds out
        """Return a value as the parser gave it."""
        return self._get(key)

    def table(self, key: str) -> "Table | None":
        """Return a table below this one."""
        value = self._get(key)
        if value is None:
            return None
        if isinstance(value, dict):
            return Table(self.document, (*self.path, key), value)
        self.wrong(key, f"{key} is {_described(value)}, not a table")
        return None

    def tables(self, key: str) -> Iterator["Table"]:
        """Yield the tables of an array of tables."""
        value = self._get(key)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            header = ".".join(str(name) for name in (*self.path, key))
            self.wrong(key, f"{key} is {_described(value)}, not tables; write [[{header}]]")
            return
        for index, content in enumerate(value):
            yield Table(self.document, (*self.path, key, index), content)

    def keys(self) -> tuple[str, ...]:
        """Return all keys; they count as known, since the caller judges them."""
        self._known.update(self.content)
        return tuple(self.content)

    def keys_among(self, names: Collection[str], kind: str) -> Iterator[str]:
        """Yield the keys that are such names; any other is a mistake."""
        for key in self.keys():
            if key in names:
                yield key
            else:
                self.wrong_key(key, unknown(kind, key, names))

    def place(self, key: str | None = None) -> Place:
        """Return where a value, or the table itself, is declared."""
        position = self.document.value((*self.path, key)) if key else self.document.key(self.path)
        return self.document.place(position)

    def place_of_key(self, key: str) -> Place:
        """Return where a key itself stands."""
        return self.document.place(self.document.key((*self.path, key)))

    def place_of_element(self, key: str, index: int) -> Place:
        """Return where an element of a list stands."""
        return self.document.place(self.document.value((*self.path, key, index)))

    def wrong(self, key: str, message: str) -> None:
        """Note that the value of a key is wrong."""
        self.document.wrong(self.document.value((*self.path, key)), message)

    def wrong_element(self, key: str, index: int, message: str) -> None:
        """Note that an element of a list is wrong."""
        self.document.wrong(self.document.value((*self.path, key, index)), message)

    def wrong_key(self, key: str, message: str) -> None:
        """Note that a key itself is wrong."""
        self.document.wrong(self.document.key((*self.path, key)), message)

    def wrong_table(self, message: str) -> None:
        """Note a mistake that concerns the whole table."""
        self.document.wrong(self.document.key(self.path), message)

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.content:
            if key not in self._known:
                self.wrong_key(key, unknown("key", key, self._known))

    def _get(self, key: str) -> Any:  # noqa: ANN401 - values are judged by the caller
        self._known.add(key)
        return self.content.get(key)


def _described(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | time):
        return value.isoformat()
    return "an empty text" if isinstance(value, str) and not value.strip() else repr(value)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
