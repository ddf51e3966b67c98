"""Terms: all that an audit depends on beside the files that it reads."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_IFMT, S_IFREG

from archlint.assembly.request import Request, baseline_of, settings_file, today
from archlint.baseline.folder import SUFFIX
from archlint.settings.environments import distributions, names_around
from archlint.settings.mistakes import shown
from archlint.sources.digest import SIZE


class Terms:
    """All that an audit of the project around a folder depends on beside the files that it reads.

    It is looked at when the run begins: what changes later must not be taken for what was judged.
    """

    def __init__(self, folder: Path, request: Request) -> None:
        self._folder = folder
        self._request = request
        self.digest = hashed(self._parts())

    def still_hold(self) -> bool:
        """Whether nothing of it has changed since."""
        return hashed(self._parts()) == self.digest

    def _parts(self) -> Iterator[str | bytes]:
        yield today().isoformat()
        for names in (self._request.select, self._request.ignore):
            yield from (str(len(names)), *names)
        file = settings_file(self._folder, self._request)
        yield from (shown(file), _content(file)) if file and file.is_file() else ("none",)
        yield from sorted(distributions())
        yield from sorted(names_around(file.absolute().parent if file else self._folder))
        baseline = baseline_of(self._folder, self._request)
        yield baseline.name
        yield from _entries(baseline.path)


def _entries(folder: Path) -> Iterator[str | bytes]:
    """Yield what lies where entries of a baseline can be: in a folder, and in those inside."""
    yield str(folder.is_dir())
    for path in sorted((*folder.glob("*"), *folder.glob("*/*"))):
        yield from (path.relative_to(folder).as_posix(), *_looks(path))


def _looks(path: Path) -> Iterator[str | bytes]:
    """Yield what a path is, with what a file holds; nothing else is opened: a pipe never ends."""
    with suppress(OSError):
        kind = S_IFMT(path.lstat().st_mode)
        yield str(kind)
        if path.suffix == SUFFIX and kind == S_IFREG:
            yield _content(path)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        return str(error.strerror).encode()


def hashed(parts: Iterator[str | bytes] | Sequence[str | bytes]) -> bytes:
    """Return a digest of the parts, each with its length, so that none runs into the next."""
    digest = blake2b(digest_size=SIZE)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d\0" % len(content))
        digest.update(content)
    return digest.digest()
