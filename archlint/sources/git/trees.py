"""A tree: the files of a commit, laid out in a folder of their own."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from archlint.sources.git.commands import reading, words_of

_LINK = "120000"
_FILES = frozenset({"100644", "100755", _LINK})
_PARENTS = frozenset({"", ".", ".."})


class Blob(NamedTuple):
    """A file of a commit, with the name of its content."""

    mode: str
    name: str
    path: str


def lay_out(folder: Path, commit: str, target: Path, is_wanted: Callable[[str], bool]) -> bool:
    """Write the wanted files of a commit, as they were below `folder`, into an empty folder.

    They come from the objects of git as they are: no filter is applied, no attribute heard. Links
    come last, so that nothing is written through one. Return whether what can be read there follows
    from the commit alone: it does not where git lacks an object, nor where there are links.
    """
    found = [blob for blob in _blobs(folder, commit) if is_wanted(blob.path)]
    found.sort(key=lambda blob: blob.mode == _LINK)
    is_whole = not any(blob.mode == _LINK for blob in found)
    for blob, content in _contents(folder, found):
        is_whole = is_whole and content is not None
        with suppress(OSError, ValueError):  # a name that this disk cannot have
            _write(target / blob.path, blob.mode, content or b"")
    return is_whole


def _write(place: Path, mode: str, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if mode == _LINK:
        place.symlink_to(os.fsdecode(content))
    else:
        place.write_bytes(content)


def _blobs(folder: Path, commit: str) -> Iterator[Blob]:
    for line in words_of(folder, "ls-tree", "-r", "-z", commit):
        about, _, path = line.partition("\t")
        mode, _, name = about.split()
        if mode in _FILES and _is_below(path):
            yield Blob(mode, name, path)


def _is_below(path: str) -> bool:
    """Whether a path leads to a place below: a tree made on purpose could say anything."""
    return _PARENTS.isdisjoint(path.replace("\\", "/").split("/")) and ":" not in path[:2]


def _contents(folder: Path, blobs: list[Blob]) -> Iterator[tuple[Blob, bytes | None]]:
    with TemporaryFile() as questions:
        questions.write(b"".join(f"{blob.name}\n".encode() for blob in blobs))
        questions.seek(0)
        with reading(folder, questions, "cat-file", "--batch") as answers:
            for blob in blobs:
                yield blob, _content(answers)


def _content(answers: IO[bytes]) -> bytes | None:
    """Return the next content; None where git has no such object, as in a partial clone."""
    words = answers.readline().split()
    if len(words) != len(("name", "kind", "size")):
        return None
    content = answers.read(int(words[-1]))
    answers.read(1)
    return content
