"""Allows findings for people: by comments in the code, or by tables of the settings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archlint.assembly.program import Program
from archlint.assembly.request import book
from archlint.checks import REVIEWS
from archlint.drafting.allowances import as_own_file, as_shared_table
from archlint.drafting.appending import CannotAppendError, extended
from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.patterns import Pattern
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.settings.loading import SHARED_FILE, SHARED_TABLE, parse
from archlint.settings.mistakes import SettingsError
from archlint.sources.annotating import (
    WHOLE_FILE,
    CannotAnnotateError,
    Page,
    Terms,
    Wish,
    Written,
)
from archlint.surveying.explaining.permits import permit

SOURCE = ".py"
OF_MODULES = frozenset({"unlayered-module"})
"""The rules whose findings are about modules as such, wherever they are told."""


class CannotAllowError(Exception):
    """Something cannot be allowed in the way that is wanted; the text says why."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file with what is to be written into it; `path` is relative to the settings."""

    path: str
    file: Path
    content: bytes
    written: tuple[Written, ...]


def by_comments(read: Program, findings: Iterable[Finding], terms: Terms) -> tuple[Change, ...]:
    """Return the files with a comment at each place of the findings, in the order of the files.

    Where a comment stands at the class or function that a finding is about, it is allowed there
    alone. Raises CannotAllowError.
    """
    pages = _Pages(read.settings.folder)
    wishes: dict[str, list[Wish]] = defaultdict(list)
    for finding in findings:
        for place in _places(finding, pages):
            line = WHOLE_FILE if finding.rule in OF_MODULES else place.line
            wishes[place.path].append(Wish(line, finding.rule))
    return tuple(pages.changed(path, wishes[path], terms) for path in sorted(wishes))


def by_settings(read: Program, findings: Sequence[Finding], terms: Terms) -> Change:
    """Return the settings file with a table for each finding. Raises CannotAllowError."""
    file = read.settings.file
    if file is None:
        raise CannotAllowError("the project has no settings that could allow anything")
    found = (_allowance(finding, terms) for finding in findings)
    allowances = {allowance.described: allowance for allowance in found}.values()
    is_shared = file.name == SHARED_FILE
    tables = as_shared_table(allowances) if is_shared else as_own_file(allowances)
    try:
        old = file.read_bytes()
        new = extended(old, tables, (*(SHARED_TABLE if is_shared else ()), "allowances"))
        parse(new.decode(), file, book(read.settings.own_rules))
    except (CannotAppendError, SettingsError) as error:
        told = f"{file.name}: these tables cannot be put behind it: {error}".rstrip(": ")
        raise CannotAllowError(f"{told}\n\n{tables}") from error
    line = len(old.splitlines()) + 1
    added = enumerate(new[len(old) :].decode().splitlines(), line)
    return Change(file.name, file, new, tuple(Written(*each) for each in added if each[1]))


def _places(finding: Finding, pages: "_Pages") -> Iterator[Place]:
    if finding.rule in REVIEWS:
        raise CannotAllowError(f"what {finding.rule} finds cannot be allowed")
    if not finding.place.path.endswith(SOURCE):
        told = f"{finding.place} is no line of code; --settings allows it in the settings"
        raise CannotAllowError(told)
    name = finding.symbol.rpartition(".")[2]
    is_home = name and pages.at(finding.place.path).definition_at(finding.place.line) == name
    yield from (finding.place,) if is_home else finding.places


def _allowance(finding: Finding, terms: Terms) -> Allowance:
    """Return the narrowest allowance of the settings that covers a finding."""
    found = permit(finding)
    sides = [(found.source, found.target), (found.source, None), (None, found.target)]
    for source, target in sides:
        allowance = Allowance(
            rule=finding.rule,
            because=terms.because,
            declared=finding.place,
            source=Pattern(source) if source else None,
            target=Pattern(target) if target else None,
            until=terms.until,
        )
        if (source or target) and finding.rule not in REVIEWS and allowance.covers(finding):
            return allowance
    raise CannotAllowError(f"what {finding.rule} finds cannot be allowed")


class _Pages:
    """The files that get comments, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Page] = {}

    def at(self, path: str) -> Page:
        """Return a file."""
        if path not in self._known:
            with _told_of(path):
                self._known[path] = Page((self._folder / path).read_bytes())
        return self._known[path]

    def changed(self, path: str, wishes: Iterable[Wish], terms: Terms) -> Change:
        """Return a file with its comments."""
        page = self.at(path)
        with _told_of(path):
            content, written = page.annotated(wishes, terms)
        return Change(path, self._folder / path, content, tuple(written))


@contextmanager
def _told_of(path: str) -> Iterator[None]:
    try:
        yield
    except CannotAnnotateError as error:
        raise CannotAllowError(f"{path}: {error}") from error
    except OSError as error:
        raise CannotAllowError(f"{path}: cannot be read: {error.strerror}") from error
