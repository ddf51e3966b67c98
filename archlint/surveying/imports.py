"""The imports between two parts of a code base, or else the shortest way from one to the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.graph import Edge
from archlint.surveying.links import Link, links
from archlint.surveying.parts import Part, part, part_or_library

START = " start"
END = " end"
"""Nodes that stand for every module of a part; no module has names like these."""


@dataclass(frozen=True, slots=True)
class ImportSurvey:
    """All import statements of one part that name the other; `chain` only where there is none."""

    importer: Part
    imported: Part
    links: tuple[Link, ...]
    chain: tuple[Link, ...] = ()


def survey_imports(codebase: Codebase, importer: str, imported: str) -> ImportSurvey:
    """Return how one part imports another; raise UnknownNameError for a name that is neither."""
    here, there = part(codebase, importer), part_or_library(codebase, imported)
    direct = [
        dependency
        for dependency in codebase.dependencies
        if dependency.importer.name in here.modules
        and dependency.target != dependency.importer.name
        and there.holds_target_of(dependency)
    ]
    if direct:
        return ImportSurvey(here, there, tuple(links(codebase, direct)))
    return ImportSurvey(here, there, (), tuple(links(codebase, _chain(codebase, here, there))))


def _chain(codebase: Codebase, here: Part, there: Part) -> tuple[Dependency, ...]:
    """Return the shortest chain of imports that happen whenever a module is loaded.

    Only where there is none may type checkers or scripts alone see one of its imports.
    """
    return _shortest(codebase, here, there, _always_happens) or _shortest(
        codebase, here, there, lambda _: True
    )


def _always_happens(dependency: Dependency) -> bool:
    return not dependency.is_soft and not dependency.is_main_only


def _shortest(
    codebase: Codebase, here: Part, there: Part, counts: Callable[[Dependency], bool]
) -> tuple[Dependency, ...]:
    steps: dict[Edge, Dependency] = {}
    for dependency in filter(counts, codebase.dependencies):
        importer = dependency.importer.name
        imported = END if there.holds_target_of(dependency) else dependency.target
        if imported and imported != importer:
            steps.setdefault((importer, imported), dependency)
    starts = ((START, module) for module in sorted(here.modules))
    graph = codebase.build_graph([*starts, *sorted(steps)])
    chain = graph.shortest_chain(START, END) or ()
    return tuple(_between(chain[1:], steps))


def _between(chain: tuple[str, ...], steps: dict[Edge, Dependency]) -> Iterator[Dependency]:
    for edge in pairwise(chain):
        yield steps[edge]
