"""The reading of modules: the facts of those that can be read, and why the others cannot."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from archlint.model.modules import Module, Unreadable
from archlint.sources.crew.answers import Answer, answer
from archlint.sources.crew.readers import Reader
from archlint.sources.crew.told import Told
from archlint.sources.facts import Fact, Facts


class Hands(NamedTuple):
    """How many processes may read, and among how many files those that they read are."""

    jobs: int
    among: int


def read_all(
    folder: Path, modules: Sequence[Module], reader: Reader[Fact], jobs: int
) -> Facts[Fact]:
    """Read modules, whose paths start at `folder`; when they are many, in `jobs` processes."""
    found = told(folder, modules, reader, Hands(jobs, len(modules)))
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
    from archlint.sources.crew import crew

    return crew.told(paths, reader, hands.jobs)


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
