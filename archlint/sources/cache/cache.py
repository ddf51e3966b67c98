"""The cache of one project: its stamps, and a shelf for each reader."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import time_ns

import msgspec

from archlint.model.modules import Module
from archlint.sources.cache.drawer import Drawer
from archlint.sources.cache.edition import edition
from archlint.sources.cache.home import Home
from archlint.sources.cache.recent import Recent
from archlint.sources.cache.shelf import Shelf
from archlint.sources.cache.stamps import Stamps, stamps_name
from archlint.sources.crew.answers import Answer
from archlint.sources.crew.packing import packed, unpacking
from archlint.sources.crew.readers import Reader
from archlint.sources.crew.reading import Hands, Workers, facts, told
from archlint.sources.facts import Fact, Facts


class Cache:
    """Reads the modules of a project, only those from their files that nobody has read before.

    `began` is the time in nanoseconds at which the run begins. `recent` are answers of audits
    before it, if anybody remembers them. `is_repeatable` says that all that was told of files
    follows from what they hold.
    """

    def __init__(self, home: Home, folder: Path, edition: str, began: int) -> None:
        self._home = home
        self._folder = folder
        self._edition = edition
        self.recent: Recent | None = None
        self.is_repeatable = True
        self._stamps = Stamps(home.path / stamps_name(folder), str(folder), began)

    def read_all(
        self, modules: Sequence[Module], reader: Reader[Fact], workers: Workers
    ) -> Facts[Fact]:
        """Read modules; what comes of it is what comes of reading each file anew."""
        return self._read_all(modules, reader, Hands(workers, len(modules)))

    def _read_all(
        self, modules: Sequence[Module], reader: Reader[Fact], hands: Hands
    ) -> Facts[Fact]:
        shelf = Shelf(self._home.path / f"{reader.name}-{self._edition}")
        found = dict(self._known(modules, reader, shelf))
        missing = [module for module in modules if module.path not in found]
        if missing:
            found.update(self._read(missing, reader, shelf, hands))
            self._home.prune(self._edition)
        if self.recent:
            self.recent.note(reader, found)
        shelf.tidy()
        self._stamps.save()
        return facts(found, modules, reader.name)

    def agrees(self, before: Mapping[Module, bytes], reader: Reader[Fact], hands: Hands) -> bool:
        """Whether a reader tells of modules what it told of the contents that they had before."""
        self._read_all(list(before), reader, hands)
        shelf = Shelf(self._home.path / f"{reader.name}-{self._edition}")
        now = {module: self._stamps.read(module.path) for module in before}
        told = dict(_without_digests(shelf.take({*before.values(), *now.values()}), reader))
        return all(
            content in told and told[content] == told.get(now[module])
            for module, content in before.items()
        )

    def digests(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of what files hold, those of this run; b"" for what is not known."""
        return {path: self._stamps.read(path) for path in paths}

    def is_steady(self, paths: Iterable[str]) -> bool:
        """Whether files still hold what was read of them in this run."""
        steady = all(map(self._stamps.is_steady, paths))
        self._stamps.save()
        return steady

    def drawer(self, name: str) -> Drawer:
        """Return where answers about the whole project are kept; `name` ends in an edition."""
        return Drawer(self._home.path / name)

    def _known(
        self, modules: Sequence[Module], reader: Reader[Fact], shelf: Shelf
    ) -> Iterator[tuple[str, Answer[Fact]]]:
        """Yield the answers that are kept, decoded for each module: none shares its facts."""
        look = self._stamps.digest if shelf.is_empty else self._stamps.read
        paths: dict[bytes, list[str]] = defaultdict(list)
        for module in modules:
            digest = look(module.path)
            last = self.recent.take(reader, module.path, digest) if self.recent else None
            if last:
                yield module.path, last
            else:
                paths[digest].append(module.path)
        unpacked = unpacking(reader)
        for digest, content in shelf.take(paths):
            for path in paths[digest]:
                with suppress(msgspec.MsgspecError, RecursionError):  # it is damaged
                    answer = unpacked(content)
                    if answer.digest == digest:
                        yield path, answer

    def _read(
        self, modules: Sequence[Module], reader: Reader[Fact], shelf: Shelf, hands: Hands
    ) -> Iterator[tuple[str, Answer[Fact]]]:
        additions = shelf.additions()
        try:
            for module, each in told(self._folder, modules, reader, hands):
                yield module.path, each.answer
                if digest := each.answer.digest:
                    self._stamps.note(module.path, digest)
                    with suppress(ValueError, RecursionError):  # what cannot be sent nor kept
                        additions.add(digest, each.packed())
                else:
                    self.is_repeatable = False
        finally:
            additions.close()


def _without_digests(
    contents: Iterable[tuple[bytes, bytes]], reader: Reader[Fact]
) -> Iterator[tuple[bytes, bytes]]:
    """Yield answers by the digests of what they speak of, packed without those."""
    unpacked = unpacking(reader)
    for digest, content in contents:
        with suppress(msgspec.MsgspecError, RecursionError):  # it is damaged
            answer = unpacked(content)
            if answer.digest == digest:
                yield digest, packed(replace(answer, digest=b""))


def opened_cache(home: Home, folder: Path) -> Cache | None:
    """Return the cache of the project in a folder, None where there can be none."""
    current = edition()
    if current is None or not home.is_ready():
        return None
    return Cache(home, folder, current, time_ns())
