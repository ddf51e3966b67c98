"""The study of many files: here when they are few, side by side in processes when they are not."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archlint.model.facts.structure import Structure
from archlint.model.modules import Module, Unreadable

if TYPE_CHECKING:  # LibCST comes with it, and takes its time
    from archlint.sources.study.answers import Answer

FEW = 32
"""So many files are studied here sooner than a process has started.

They rely on the guard alone: what it lets pass did not crash the parser in any shape that was
tried. With more files it is the worker that a crash would end.
"""


def study_all(
    folder: Path, modules: Sequence[Module], jobs: int
) -> tuple[dict[str, Structure], tuple[Unreadable, ...]]:
    """Study modules, whose paths start at `folder`, in at most `jobs` processes.

    Return the structures by the names of the modules, and those that cannot be read.
    """
    structures: dict[str, Structure] = {}
    unreadable: list[Unreadable] = []
    for module, answer in zip(modules, _answers(folder, modules, jobs), strict=True):
        if answer.fault:
            raise _fault(module, answer)
        if answer.structure is None:
            unreadable.append(Unreadable(module, answer.reason, answer.line, answer.column))
        else:
            structures[module.name] = answer.structure
    return structures, tuple(unreadable)


def _answers(folder: Path, modules: Sequence[Module], jobs: int) -> "Iterator[Answer]":
    from archlint.sources.study.answers import answer
    from archlint.sources.study.crew import answers

    paths = [folder / module.path for module in modules]
    return map(answer, paths) if len(paths) <= FEW else answers(paths, max(jobs, 1))


def _fault(module: Module, answer: "Answer") -> RuntimeError:
    fault = RuntimeError("a file could not be studied")
    fault.add_note(f"while studying {module.path}")
    fault.add_note(answer.fault)
    return fault
