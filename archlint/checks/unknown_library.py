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
        if package := _unknown(codebase, dependency):
            found[package].append(dependency)
    for package, dependencies in found.items():
        yield _finding(codebase, rule, package, dependencies)


def _unknown(codebase: Codebase, dependency: Dependency) -> str:
    layer = codebase.layer(dependency.importer.name)
    if layer is None or not layer.is_core or codebase.arrivals.is_copy(dependency.importer):
        return ""
    if layer.allowed_libraries is not None:
        return ""
    arrival = codebase.arrivals.of(dependency)
    if arrival is None or arrival.external.partition(".")[0] in sys.stdlib_module_names:
        return ""
    return codebase.catalog.unknown_package(arrival.external)


def _finding(
    codebase: Codebase, rule: Rule, package: str, dependencies: list[Dependency]
) -> Finding:
    dependencies = sorted(dependencies, key=lambda dependency: dependency.place)
    first = dependencies[0]
    layer = codebase.memberships[first.importer.name].layer
    topics = codebase.catalog.topics(package)
    about = f"; it says of itself: {', '.join(topics)}" if topics else ""
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
        help=(
            "say under libraries whether the core may know it: "
            f'{package} = "allow" or "deny"{about}'
        ),
        also=tuple(sorted({d.place for d in dependencies} - {first.place})),
    )
