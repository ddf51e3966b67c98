"""Judges unknown libraries: the core imports a package of which nobody has said what it is."""

import sys
from collections import defaultdict
from collections.abc import Iterator

from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each unknown package, at the first place where the core imports it."""
    found: dict[str, list[Dependency]] = defaultdict(list)
    for dependency in codebase.dependencies:
        layer = codebase.layer(dependency.importer.name)
        if layer and layer.is_core and _is_unknown(codebase, dependency.library):
            found[dependency.library.partition(".")[0]].append(dependency)
    for package, dependencies in found.items():
        yield _finding(codebase, rule, package, dependencies)


def _is_unknown(codebase: Codebase, library: str) -> bool:
    top = library.partition(".")[0]
    if not top or top in sys.stdlib_module_names:
        return False
    known = any(
        name == top or name.startswith(f"{top}.")
        for names in (codebase.catalog.libraries, codebase.catalog.overrides)
        for name in names
    )
    return not known


def _finding(
    codebase: Codebase, rule: Rule, package: str, dependencies: list[Dependency]
) -> Finding:
    dependencies = sorted(dependencies, key=lambda dependency: dependency.place)
    first = dependencies[0]
    layer = codebase.memberships[first.importer.name].layer
    return Finding(
        rule=rule.name,
        place=first.place,
        module=first.importer.name,
        layer=layer.name,
        target=package,
        message=(
            f"{layer.does('imports', 'import')} {package}, "
            "which the catalog of libraries does not know"
        ),
        help=f'say under libraries whether the core may know it: {package} = "allow" or "deny"',
        also=tuple(sorted({d.place for d in dependencies} - {first.place})),
    )
