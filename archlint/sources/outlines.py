"""The skim of many files: here, or when they are very many, side by side in processes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.model.modules import Module, Unreadable
from archlint.sources.skim.answers import Answer, answer

FEW = 500
"""So many files are skimmed here before processes would have started and told their answers."""


def read_outlines(
    folder: Path, modules: Sequence[Module], jobs: int, few: int = FEW
) -> tuple[dict[str, Outline], tuple[Unreadable, ...]]:
    """Skim modules, whose paths start at `folder`; more than `few` of them in `jobs` processes.

    Return the outlines by the names of the modules, and those that cannot be read.
    """
    outlines: dict[str, Outline] = {}
    unreadable: list[Unreadable] = []
    paths = [folder / module.path for module in modules]
    for module, told in zip(modules, _answers(paths, jobs, few), strict=True):
        if told.outline is None:
            unreadable.append(Unreadable(module, told.reason, told.line, told.column))
        else:
            outlines[module.name] = told.outline
    return outlines, tuple(unreadable)


def _answers(paths: Sequence[Path], jobs: int, few: int) -> Iterable[Answer]:
    if jobs <= 1 or len(paths) <= few:
        return map(answer, paths)
    from archlint.sources.skim.crew import answers

    return answers(paths, jobs)
