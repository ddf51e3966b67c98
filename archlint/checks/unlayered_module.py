"""Judges unlayered modules: layered code leans on modules that no layer claims."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.modules import Module
from archlint.model.place import Place
from archlint.model.rule import Rule

MOST_EVIDENCE = 3
MOST_NAMED = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each folder with modules of no layer that layered modules import."""
    importers = _importers(codebase)
    folders: dict[str, list[Module]] = defaultdict(list)
    for module in codebase.holes:
        if module.name in importers:
            folders[module.path.rpartition("/")[0]].append(module)
    for modules in folders.values():
        yield _finding(rule, modules, importers)


def _importers(codebase: Codebase) -> Mapping[str, list[Dependency]]:
    found: dict[str, list[Dependency]] = defaultdict(list)
    for dependency in codebase.dependencies:
        layered = codebase.layer(dependency.importer.name) is not None
        if layered and dependency.target and codebase.layer(dependency.target) is None:
            found[dependency.target].append(dependency)
    return found


def _finding(
    rule: Rule, modules: Sequence[Module], importers: Mapping[str, list[Dependency]]
) -> Finding:
    first, *others = modules
    found = [dependency for module in modules for dependency in importers[module.name]]
    by = len({dependency.importer.name for dependency in found})
    lean = "1 layered module imports" if by == 1 else f"{by} layered modules import"
    names = ", ".join(module.name for module in modules[:MOST_NAMED])
    if len(modules) > MOST_NAMED:
        folder = first.path.rpartition("/")[0] or "the top folder"
        names = f"the modules of {folder}"
    rest = f" and {len(others)} more beside it" if others else ""
    return Finding(
        rule=rule.name,
        place=Place(first.path),
        module=first.name,
        target=_home(modules),
        message=f"{lean} {first.name}{rest}, in no layer",
        help=f"add {names} to a layer, so that what is imported there is judged, too",
        evidence=tuple(_evidence(found))[:MOST_EVIDENCE],
        also=tuple(Place(module.path) for module in others),
    )


def _evidence(found: Sequence[Dependency]) -> Iterator[Evidence]:
    statements = {(dependency.place, dependency.target): dependency for dependency in found}
    for (place, target), dependency in statements.items():
        yield Evidence(place.path, place.line, f"{dependency.importer.name} imports {target}")


def _home(modules: Sequence[Module]) -> str:
    """Return the package of the modules, or the module itself where there is only one."""
    first = modules[0].name
    return first if len(modules) == 1 else first.rpartition(".")[0] or first
