"""The census: the files of a project as an audit knew them, and which readers read them for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

import msgspec

from archlint.model.modules import Module
from archlint.sources.crew.readers import READERS, Reader
from archlint.sources.digest import digest_of
from archlint.sources.disk import Disk
from archlint.sources.facts import Discovered


class Known(NamedTuple):
    """The digest of what a file held, and the names of the readers that told of it."""

    content: bytes
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Census:
    """All files of a project, by path; `found` is the digest of what discovery made of them."""

    found: bytes
    files: dict[str, Known]

    def still_says(self, disk: Disk, found: Discovered, contents: Mapping[str, bytes]) -> bool:
        """Whether files that hold these contents say all that was told of them, word for word.

        Whoever judged would ask the same questions again, and get the same answers.
        """
        if self.files.keys() != contents.keys() or digest_of_modules(found) != self.found:
            return False
        changed = {path for path, known in self.files.items() if known.content != contents[path]}
        modules = {each.path: each for each in (*found.modules, *found.tests)}
        asked = [path for path in sorted(changed) if self.files[path].readers]
        return all(path in modules for path in asked) and all(
            self._agree(disk, reader, [modules[path] for path in asked]) for reader in READERS
        )

    def holding(self, contents: Mapping[str, bytes]) -> "Census":
        """Return the census of the same files, which hold something else and say the same."""
        files = {path: known._replace(content=contents[path]) for path, known in self.files.items()}
        return Census(self.found, files)

    def _agree(self, disk: Disk, reader: str, modules: Iterable[Module]) -> bool:
        before = {
            module: self.files[module.path].content
            for module in modules
            if reader in self.files[module.path].readers
        }
        any_reader = cast("Reader[object]", READERS[reader])  # of what kind its facts are, is equal
        return disk.agrees(before, any_reader, len(self.files))


def digest_of_modules(found: Discovered) -> bytes:
    """Return the digest of all that discovery says."""
    try:
        said = msgspec.msgpack.encode(found)
    except UnicodeEncodeError:  # the name of a file is no text
        said = repr(found).encode()
    return digest_of(said)
