"""The witness: has files read for others, and can say later what they were asked and answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.facts.suites import Suite
from archlint.model.facts.uses import Uses
from archlint.model.modules import Module
from archlint.sources.census import Census, Known, digest_of_modules
from archlint.sources.crew.readers import SKIM, STUDY, SUITES, USES
from archlint.sources.digest import digest_of
from archlint.sources.disk import Disk
from archlint.sources.facts import Discovered, Facts


@dataclass(frozen=True, slots=True)
class Testimony:
    """What was read beside the files of the project, with digests of what was found there.

    `texts` are any files, b"" for one that is not there; `folders` are those of which all Python
    files were asked for; `files` are such files.
    """

    texts: dict[str, bytes]
    folders: dict[str, bytes]
    files: dict[str, bytes]

    def holds(self, disk: Disk) -> bool:
        """Whether all would be found again as it was."""
        return (
            all(_text(disk, path) == known for path, known in self.texts.items())
            and all(_folder(disk, path) == known for path, known in self.folders.items())
            and (not self.files or _files(disk, self.files) == self.files)
        )


class Witness:
    """Sources on the disk that are watched."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self._texts: dict[str, bytes] = {}
        self._folders: dict[str, bytes] = {}
        self._found = Discovered(())
        self._read: dict[str, set[str]] = defaultdict(set)

    def testimony(self, besides: Iterable[str]) -> Testimony:
        """Return what was read beside the files of those paths."""
        read = set[str]().union(*self._read.values())
        files = _files(self.disk, sorted(read.difference(besides)))
        return Testimony(dict(self._texts), dict(self._folders), files)

    def census(self, contents: Mapping[str, bytes]) -> Census:
        """Return which readers told of the files of the project, which hold these contents."""
        files = {
            path: Known(content, tuple(name for name, paths in self._read.items() if path in paths))
            for path, content in contents.items()
        }
        return Census(digest_of_modules(self._found), files)

    def discover(
        self,
        source_roots: tuple[str, ...] | None,
        exclude: tuple[str, ...],
        tests: tuple[str, ...],
    ) -> Discovered:
        """Find the modules."""
        self._found = self.disk.discover(source_roots, exclude, tests)
        return self._found

    def text(self, path: str) -> str | None:
        """Return what any file says, None where there is none or it cannot be read."""
        found = self.disk.text(path)
        self._texts[path] = _digest(found)
        return found

    def below(self, folder: str) -> tuple[str, ...]:
        """Return every Python file below a folder."""
        found = self.disk.below(folder)
        self._folders[folder] = _digest("\n".join(found))
        return found

    def outlines(self, modules: Sequence[Module]) -> Facts[Outline]:
        """Skim the files of the modules."""
        return self.disk.outlines(self._seen(modules, SKIM.name))

    def structures(self, modules: Sequence[Module]) -> Facts[Structure]:
        """Study the files of the modules."""
        return self.disk.structures(self._seen(modules, STUDY.name))

    def uses(self, modules: Sequence[Module]) -> Facts[Uses]:
        """Read what the modules do with what they import."""
        return self.disk.uses(self._seen(modules, USES.name))

    def suites(self, modules: Sequence[Module]) -> Facts[Suite]:
        """Read what files of tests say."""
        return self.disk.suites(self._seen(modules, SUITES.name))

    def _seen(self, modules: Sequence[Module], reader: str) -> Sequence[Module]:
        self._read[reader].update(module.path for module in modules)
        return modules


def _text(disk: Disk, path: str) -> bytes:
    return _digest(disk.text(path))


def _folder(disk: Disk, path: str) -> bytes:
    return _digest("\n".join(disk.below(path)))


def _files(disk: Disk, paths: Iterable[str]) -> dict[str, bytes]:
    return disk.cache.digests(paths) if disk.cache else {}


def _digest(text: str | None) -> bytes:
    return b"" if text is None else digest_of(text.encode("utf-8", "surrogatepass"))
