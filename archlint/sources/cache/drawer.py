"""The drawer: answers about a whole project, each in a file, by all that it depends on."""

from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from archlint.sources.cache.files import opened, replacing, sweep
from archlint.sources.cache.segments import LARGEST
from archlint.sources.digest import SIZE, digest_of

MOST = 24
"""Answers that are kept beside one another; those written last stay."""

_SUFFIX = ".answer"

Answer = TypeVar("Answer")


class Drawer:
    """A folder of answers; whatever goes wrong with it, they are as good as absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def files(self) -> list[Path]:
        """The answers, those written last first."""
        try:
            found = [path for path in self._folder.iterdir() if path.suffix == _SUFFIX]
            return sorted(found, key=lambda path: path.lstat().st_mtime_ns, reverse=True)
        except OSError:
            return []

    def take(self, key: bytes) -> bytes | None:
        """Return the answer with that key, None where there is none or it is damaged."""
        try:
            with opened(self._path(key)) as file:
                content = file.read(LARGEST)
        except OSError:
            return None
        answer = content[SIZE:]
        return answer if digest_of(answer) == content[:SIZE] else None

    def recall(self, key: bytes, kind: type[Answer]) -> Answer | None:
        """Return the answer with that key, unpacked; None where there is none of that kind."""
        try:
            content = self.take(key)
            return msgspec.msgpack.decode(content, type=kind) if content else None
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None

    def keep(self, key: bytes, answer: Answer) -> None:
        """Keep an answer packed; one that would not come back as it was is not kept."""
        try:
            content = msgspec.msgpack.encode(answer)
            if msgspec.msgpack.decode(content, type=type(answer)) == answer:
                self.put(key, content)
        except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
            return

    def put(self, key: bytes, answer: bytes) -> None:
        """Keep an answer, in place of an older one with that key; it does not matter if it can."""
        if len(answer) > LARGEST - SIZE:
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            sweep(self._folder)
            with replacing(self._path(key)) as file:
                file.write(digest_of(answer) + answer)
            for old in self.files[MOST:]:
                old.unlink(missing_ok=True)

    def _path(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()}{_SUFFIX}"
