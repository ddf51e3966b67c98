"""The reading of modules: the facts of those that can be read, and why the others cannot."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from archlint.model.modules import Module, Unreadable
from archlint.sources.crew.answers import Answer, answer
from archlint.sources.crew.readers import Reader
from archlint.sources.facts import Fact, Facts


def read_all(
    folder: Path, modules: Sequence[Module], reader: Reader[Fact], jobs: int
) -> Facts[Fact]:
    """Read modules, whose paths start at `folder`; when they are many, in `jobs` processes."""
    facts: dict[str, Fact] = {}
    unreadable: list[Unreadable] = []
    paths = [folder / module.path for module in modules]
    for module, told in zip(modules, _answers(paths, reader, jobs), strict=True):
        if told.fault:
            raise _fault(module, reader.name, told.fault)
        if told.fact is None:
            unreadable.append(Unreadable(module, told.reason, told.line, told.column))
        else:
            facts[module.name] = told.fact
    return facts, tuple(unreadable)


def _answers(paths: Sequence[Path], reader: Reader[Fact], jobs: int) -> Iterable[Answer[Fact]]:
    if len(paths) <= reader.few:
        read = reader.load()
        return (answer(path, read) for path in paths)
    from archlint.sources.crew.crew import answers

    return answers(paths, reader, max(jobs, 1))


def _fault(module: Module, reader: str, traceback: str) -> RuntimeError:
    fault = RuntimeError("a file could not be read")
    fault.add_note(f"in the {reader} of {module.path}")
    fault.add_note(traceback)
    return fault
