"""Judges denied libraries: a layer imports a package that is not on its list."""

from collections import defaultdict
from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.code.frameworks.arrivals import Arrival
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each package that the list of its layer leaves out."""
    found: dict[tuple[str, str], list[Arrival]] = defaultdict(list)
    for arrival in _denied(codebase):
        package = codebase.catalog.package_of(arrival.external)
        found[arrival.dependency.importer.name, package].append(arrival)
    for (module, package), arrivals in found.items():
        yield _finding(rule, codebase.memberships[module].layer, package, arrivals)


def _denied(codebase: Codebase) -> Iterator[Arrival]:
    arrivals = codebase.arrivals
    for dependency in codebase.dependencies:
        layer = codebase.layer(dependency.importer.name)
        if layer is None or layer.allowed_libraries is None or dependency.is_main_only:
            continue
        arrival = None if arrivals.is_copy(dependency.importer) else arrivals.of(dependency)
        if arrival and arrivals.frameworks.is_off_list(layer, arrival.external):
            yield arrival


def _finding(rule: Rule, layer: Layer, package: str, arrivals: list[Arrival]) -> Finding:
    arrivals = sorted(arrivals, key=lambda each: (each.dependency.is_soft, each.dependency.place))
    first = arrivals[0]
    dependency = first.dependency
    what = f"{first.external} {dependency.manner}".rstrip()
    allowed = ", ".join(layer.allowed_libraries or ()) or "the standard library"
    return Finding(
        rule=rule.name,
        place=dependency.place,
        module=dependency.importer.name,
        layer=layer.name,
        target=package,
        severity=Severity.WARNING if dependency.is_soft else None,
        message=f"{layer.does('imports', 'import')} {what}, and may import only {allowed}",
        help=_help(layer, package),
        also=tuple(sorted({each.dependency.place for each in arrivals} - {dependency.place})),
        because=layer.because,
    )


def _help(layer: Layer, package: str) -> str:
    if layer.is_core:
        return f"declare an interface for what is needed of {package} here and implement it outside"
    return f"move what needs {package} to a layer that may import it"
