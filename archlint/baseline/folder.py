"""The folder of a baseline: its entries read, added to and taken away."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archlint.baseline.reading import EntryFile, FaultyError
from archlint.baseline.writing import text_of
from archlint.model.baseline.entries import Accepted, Entry, Fault
from archlint.model.place import Place

PLACE = ".archlint/baseline"
"""Where a project keeps its baseline, beside its settings."""

SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class Folder:
    """`<rule>/<identity>.toml` below a path; `name` is the path as people know it."""

    path: Path
    name: str

    @property
    def exists(self) -> bool:
        """Whether there is a baseline, be it an empty one."""
        return self.path.is_dir()

    @property
    def is_empty(self) -> bool:
        """Whether nothing that looks like an entry is there."""
        return not any(self.path.glob(f"*/*{SUFFIX}"))

    def read(self, rules: Collection[str]) -> Accepted:
        """Return the entries, and what is wrong with those that cannot be read.

        `rules` are the names that the book knows. Raises OSError for a folder that is closed.
        """
        entries: list[Entry] = []
        faults: list[Fault] = []
        for file in self._files():
            try:
                entries.append(file.entry(rules))
            except FaultyError as error:
                faults.append(Fault(Place(file.name, error.line), error.message))
        return Accepted(self.name, tuple(entries), (*faults, *self._astray()))

    def add(self, entries: Iterable[Entry]) -> None:
        """Write entries; one that is there already stays as it is. Raises OSError."""
        for entry in entries:
            path = self._path(entry)
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, text_of(entry).encode("utf-8"))

    def remove(self, entries: Iterable[Entry]) -> None:
        """Remove entries, and the folders that nothing is left in. Raises OSError."""
        for entry in entries:
            path = self._path(entry)
            path.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()
        with suppress(OSError):
            self.path.rmdir()

    def _path(self, entry: Entry) -> Path:
        return self.path / entry.rule / f"{entry.identity}{SUFFIX}"

    def _files(self) -> Iterator[EntryFile]:
        for folder in _inside(self.path):
            if folder.is_dir(follow_symlinks=False):
                for entry in _inside(folder.path):
                    if entry.name.endswith(SUFFIX):
                        name = f"{self.name}/{folder.name}/{entry.name}"
                        yield EntryFile(Path(entry.path), name)

    def _astray(self) -> Iterator[Fault]:
        """Yield what looks like entries where none can be."""
        for entry in _inside(self.path):
            place = Place(f"{self.name}/{entry.name}")
            if entry.is_symlink():
                yield Fault(place, "it is a link, which nothing in a baseline may be")
            elif entry.name.endswith(SUFFIX) and entry.is_file():
                yield Fault(place, "it lies in no folder of a rule")


def _inside(folder: Path | str) -> list[os.DirEntry[str]]:
    """Return what is in a folder, sorted; hidden files may be anything."""
    with os.scandir(folder) as entries:
        found = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(found, key=lambda entry: entry.name)


def _write(path: Path, content: bytes) -> None:
    """Write a file such that nobody ever reads half of it."""
    unfinished = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
