"""The walk: the Python files below a folder, each once, and what marks the root of a project."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archlint.sources.discovery.ignoring import (
    GITIGNORE,
    Ignoring,
    is_foreign_file,
    is_foreign_folder,
    is_foreign_inside,
    read_patterns,
)

MARKERS = frozenset({"pyproject.toml", "setup.py", "setup.cfg", "manage.py"})


@dataclass(frozen=True, slots=True)
class Tree:
    """What a walk found: paths relative to its folder, with forward slashes, sorted.

    `marked` are folders that hold the settings of a project of their own; `closed` are folders that
    could not be looked into, each with the reason.
    """

    files: tuple[str, ...]
    marked: frozenset[str]
    closed: tuple[tuple[str, str], ...]


def walk(folder: Path, ignoring: Ignoring) -> Tree:
    """Return the Python files below a folder.

    A link to a folder or file of the tree is followed only where the walk does not come anyway, so
    that no file has two paths; a link to a folder elsewhere is not followed.
    """
    walked = _Walk(folder)
    walked.descend("", ignoring)
    walked.follow_links()
    return Tree(
        files=tuple(sorted(walked.files)),
        marked=frozenset(walked.marked),
        closed=tuple(sorted(walked.closed)),
    )


@dataclass(slots=True)
class _Walk:
    folder: Path
    files: list[str] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)
    closed: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, Ignoring]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def descend(self, start: str, ignoring: Ignoring) -> None:
        """Walk all folders below `start`, itself included."""
        waiting = [(start, ignoring)]
        while waiting:
            path, known = waiting.pop()
            entries = self._entries(path)
            names = {entry.name for entry in entries}
            if path and is_foreign_inside(path.rpartition("/")[2], names):
                continue
            if not names.isdisjoint(MARKERS):
                self.marked.add(path)
            base = f"{path}/" if path else ""
            if GITIGNORE in names:
                known = known.also(read_patterns(self.folder / path, base))
            waiting.extend((inner, known) for inner in self._inner(entries, base, names, known))

    def _entries(self, path: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(f"{self.folder}/{path}") as entries:
                return list(entries)
        except OSError as error:
            self.closed.append((path, error.strerror or "it cannot be read"))
            return []

    def _inner(
        self, entries: list[os.DirEntry[str]], base: str, beside: set[str], known: Ignoring
    ) -> Iterator[str]:
        """Note the files and the links among the entries of a folder, yield the folders to walk."""
        for entry in entries:
            path = base + entry.name
            if entry.is_symlink():
                self.links.append((path, known))
            elif entry.is_dir():
                if not is_foreign_folder(entry.name, beside) and not known.skips_folder(path):
                    yield path
            elif entry.name.endswith(".py") and entry.is_file():
                self._note_file(path, entry.name, known)

    def _note_file(self, path: str, name: str, known: Ignoring) -> None:
        if not is_foreign_file(name) and not known.skips_file(path):
            self.files.append(path)

    def follow_links(self) -> None:
        """Follow the links that lead to what has no other path, sorted by their own."""
        while self.links:
            waiting = sorted(self.links, key=lambda link: link[0])
            self.links = []
            reached = {os.path.realpath(self.folder / path) for path in self.files}
            for path, known in waiting:
                target = os.path.realpath(self.folder / path)
                if target not in self.seen:
                    self.seen.add(target)
                    self._follow(path, Path(target), known, reached)

    def _follow(self, path: str, target: Path, known: Ignoring, reached: set[str]) -> None:
        name = path.rpartition("/")[2]
        if name.endswith(".py") and target.is_file():
            if str(target) not in reached:
                self._note_file(path, name, known)
            return
        if not target.is_dir() or not target.is_relative_to(os.path.realpath(self.folder)):
            return
        if is_foreign_folder(name, ()) or known.skips_folder(path):
            return
        if not any(file.startswith(f"{target}{os.sep}") for file in reached):
            self.descend(path, known)
