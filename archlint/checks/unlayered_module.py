"""Judges unlayered modules: layered code leans on a module that no layer claims."""

from collections import defaultdict
from collections.abc import Iterator

from archlint.model.code.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.modules import Module
from archlint.model.place import Place
from archlint.model.rule import Rule

MOST_EVIDENCE = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module of no layer that a layered module imports."""
    importers: dict[str, list[Dependency]] = defaultdict(list)
    for dependency in codebase.dependencies:
        layered = codebase.layer(dependency.importer.name) is not None
        if layered and dependency.target and codebase.layer(dependency.target) is None:
            importers[dependency.target].append(dependency)
    for module in codebase.unlayered:
        if found := importers.get(module.name):
            yield _finding(rule, module, found)


def _finding(rule: Rule, module: Module, found: list[Dependency]) -> Finding:
    count = len({dependency.importer.name for dependency in found})
    modules = "1 layered module imports" if count == 1 else f"{count} layered modules import"
    return Finding(
        rule=rule.name,
        place=Place(module.path),
        module=module.name,
        target=module.name,
        message=f"{modules} {module.name}, which is in no layer",
        help=f"add {module.name} to the modules of a layer, so that its own imports are judged",
        evidence=tuple(
            Evidence(d.place.path, d.place.line, f"{d.importer.name} imports it")
            for d in found[:MOST_EVIDENCE]
        ),
    )
