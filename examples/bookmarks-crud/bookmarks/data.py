"""The bookmarks in a SQLite file."""

import sqlite3
from dataclasses import dataclass

TABLE = """
CREATE TABLE IF NOT EXISTS bookmarks (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Bookmark:
    id: int
    url: str
    title: str
    note: str


class BookmarkTable:
    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute(TABLE)

    def insert(self, url: str, title: str, note: str) -> int:
        """Return the id of the new bookmark."""
        insert = "INSERT INTO bookmarks (url, title, note) VALUES (?, ?, ?) RETURNING id"
        (number,) = self._connection.execute(insert, (url, title, note)).fetchone()
        return int(number)

    def all(self) -> list[Bookmark]:
        rows = self._connection.execute("SELECT id, url, title, note FROM bookmarks ORDER BY title")
        return [Bookmark(*row) for row in rows]

    def find(self, number: int) -> Bookmark | None:
        find = "SELECT id, url, title, note FROM bookmarks WHERE id = ?"
        row = self._connection.execute(find, (number,)).fetchone()
        return Bookmark(*row) if row else None

    def update(self, bookmark: Bookmark) -> bool:
        """Return whether there was such a bookmark."""
        update = "UPDATE bookmarks SET url = ?, title = ?, note = ? WHERE id = ?"
        values = (bookmark.url, bookmark.title, bookmark.note, bookmark.id)
        return self._connection.execute(update, values).rowcount == 1

    def delete(self, number: int) -> bool:
        """Return whether there was such a bookmark."""
        delete = "DELETE FROM bookmarks WHERE id = ?"
        return self._connection.execute(delete, (number,)).rowcount == 1
