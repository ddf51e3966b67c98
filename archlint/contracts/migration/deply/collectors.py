"""deply's collectors, as far as they say which files they look into."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from archlint.contracts.migration.deply.regexes import globs
from archlint.model.architecture.patterns import Pattern, Subject
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class Coverage:
    """Path patterns, and what they leave out of what was collected."""

    patterns: tuple[Pattern, ...] = ()
    lost: tuple[str, ...] = ()

    def __add__(self, other: "Coverage") -> "Coverage":
        """Return what either covers."""
        return Coverage(
            tuple(dict.fromkeys((*self.patterns, *other.patterns))),
            tuple(dict.fromkeys((*self.lost, *other.lost))),
        )


@dataclass(frozen=True, slots=True)
class Collectors:
    """Reads collectors of a project; `bases` are the folders that deply looks into."""

    bases: tuple[str, ...]
    modules: Sequence[Module]

    def covered(self, collectors: Iterable[Mapping[str, Any]]) -> Coverage:
        """Return what some collectors cover together."""
        return sum(map(self._covered, collectors), Coverage())

    def _covered(self, said: Mapping[str, Any]) -> Coverage:
        kind = str(said.get("type"))
        read = _READ.get(kind)
        if read is None:
            told = "archlint puts modules into layers, not classes or functions"
            return Coverage(lost=(f"the collector {kind}: {told}",))
        return read(self, said) + Coverage(lost=tuple(_restrictions(said)))

    def directory(self, said: Mapping[str, Any]) -> Coverage:
        """Return what a collector of folders covers."""
        folders = map(str, said.get("directories") or ())
        return self._patterns(folders)

    def file_regex(self, said: Mapping[str, Any]) -> Coverage:
        """Return what a collector of files by regular expression covers, as far as patterns can."""
        regex = str(said.get("regex") or "")
        found = self._patterns(globs(regex))
        if not found.patterns:
            return Coverage(lost=(f"the regular expression {regex}: no path pattern says it",))
        wanted = {module.path for module in self.modules if self._matches(regex, module.path)}
        got = {m.path for m in self.modules if any(p.match(m.name, m.path) for p in found.patterns)}
        if strange := sorted(wanted ^ got):
            told = f"the regular expression {regex}: its pattern differs in {', '.join(strange)}"
            return found + Coverage(lost=(told,))
        return found

    def combined(self, said: Mapping[str, Any]) -> Coverage:
        """Return what a collector of collectors covers, its conditions left out."""
        musts = [self._covered(each) for each in said.get("must") or ()]
        told = [cover for cover in musts if cover.patterns]
        found = self.covered(said.get("any_of") or ())
        if told:
            lost = "must: a file counts that any of its conditions covers"
            found = (
                told[0]
                if len(musts) == 1 and not found.patterns
                else (told[0] + Coverage(lost=(lost,)))
            )
        if said.get("must_not"):
            found += Coverage(lost=("must_not: no pattern takes files away",))
        return found

    def _patterns(self, globs: Iterable[str]) -> Coverage:
        paths = [_joined(base, each) for each in globs for base in self.bases]
        return Coverage(tuple(Pattern(path, Subject.PATHS) for path in paths if path))

    def _matches(self, regex: str, path: str) -> bool:
        inside = [path, *(_inside(base, path) for base in self.bases)]
        return any(each and re.match(regex, each) for each in inside)


_READ: Mapping[str, Callable[[Collectors, Mapping[str, Any]], Coverage]] = {
    "directory": Collectors.directory,
    "file_regex": Collectors.file_regex,
    "bool": Collectors.combined,
}


def _restrictions(said: Mapping[str, Any]) -> Iterator[str]:
    if said.get("exclude_files_regex"):
        yield f"exclude_files_regex {said['exclude_files_regex']}: no pattern takes files away"


def _joined(base: str, path: str) -> str:
    parts = [part for part in PurePosixPath(base, path.lstrip("/")).parts if part != "."]
    return "/".join(parts)


def _inside(base: str, path: str) -> str:
    folder = _joined(base, "")
    if not folder:
        return path
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else ""
