"""The reading of modules: the facts of those that can be read, and why the others cannot."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from archlint.model.modules import Module, Unreadable
from archlint.sources.crew.answers import Answer, answer
from archlint.sources.crew.readers import Reader
from archlint.sources.crew.told import Told
from archlint.sources.facts import Fact, Facts


class Workers(Protocol):
    """Those who read when files are many."""

    def told(self, paths: Sequence[str], reader: Reader[Fact]) -> Iterator[Told[Fact]]:
        """Yield what is told of files, in the order of their paths."""
        ...


@dataclass(frozen=True, slots=True)
class Processes:
    """As many processes of this machine as there are jobs."""

    jobs: int

    def told(self, paths: Sequence[str], reader: Reader[Fact]) -> Iterator[Told[Fact]]:
        """Yield what is told of files, in the order of their paths."""
        from archlint.sources.crew import crew

        return crew.told(paths, reader, self.jobs)


class Hands(NamedTuple):
    """Who may read, and among how many files those that they read are."""

    workers: Workers
    among: int


def read_all(
    folder: Path, modules: Sequence[Module], reader: Reader[Fact], workers: Workers
) -> Facts[Fact]:
    """Read modules, whose paths start at `folder`; when they are many, let workers do it."""
    found = told(folder, modules, reader, Hands(workers, len(modules)))
    return facts({module.path: each.answer for module, each in found}, modules, reader.name)


def told(
    folder: Path, modules: Sequence[Module], reader: Reader[Fact], hands: Hands
) -> Iterator[tuple[Module, Told[Fact]]]:
    """Yield what is told of each module."""
    paths = [f"{folder}/{module.path}" for module in modules]
    return zip(modules, _told(paths, reader, hands), strict=True)


def _told(paths: Sequence[str], reader: Reader[Fact], hands: Hands) -> Iterable[Told[Fact]]:
    if not paths or reader.reads_here(len(paths), hands.among):
        read = reader.load()
        return (Told(answer(path, read)) for path in paths)
    return hands.workers.told(paths, reader)


def facts(
    answers: Mapping[str, Answer[Fact]], modules: Sequence[Module], reader: str
) -> Facts[Fact]:
    """Return the facts among the answers, which are by path, and the reasons."""
    found: dict[str, Fact] = {}
    unreadable: list[Unreadable] = []
    for module in modules:
        told = answers[module.path]
        if told.fault:
            raise _fault(module, reader, told.fault)
        if told.fact is None:
            unreadable.append(Unreadable(module, told.reason, told.line, told.column))
        else:
            found[module.name] = told.fact
    return found, tuple(unreadable)


def _fault(module: Module, reader: str, traceback: str) -> RuntimeError:
    fault = RuntimeError("a file could not be read")
    fault.add_note(f"in the {reader} of {module.path}")
    fault.add_note(traceback)
    return fault
