"""Judges layer skips: an outer layer reaches past a closed one."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each import statement and each module behind a closed layer."""
    told: set[tuple[object, str]] = set()
    for dependency in codebase.dependencies:
        closed = _skipped(codebase, dependency)
        key = (dependency.place, dependency.target)
        if closed and key not in told and not _is_exempt(codebase, dependency, closed):
            told.add(key)
            yield _finding(codebase, rule, dependency, closed)


def _skipped(codebase: Codebase, dependency: Dependency) -> Layer | None:
    """Return the closed layer that a dependency reaches past, the outermost of several."""
    outer = codebase.layer(dependency.importer.name)
    inner = codebase.layer(dependency.target)
    if outer is None or inner is None:
        return None
    skipped = [each for each in codebase.architecture.layers if each.shuts_off(inner, outer)]
    return max(skipped, key=lambda layer: layer.ring, default=None)


def _is_exempt(codebase: Codebase, dependency: Dependency, closed: Layer) -> bool:
    """Whether the closed layer hands the name on itself, or another rule minds the dependency."""
    passed = map(codebase.layer, codebase.borders.stations(dependency))
    is_handed_on = any(layer and layer.name == closed.name for layer in passed)
    is_elsewhere = codebase.borders.crossing(dependency) is not None
    return is_handed_on or is_elsewhere or dependency.is_main_only


def _finding(codebase: Codebase, rule: Rule, dependency: Dependency, closed: Layer) -> Finding:
    outer = codebase.memberships[dependency.importer.name].layer
    inner = codebase.memberships[dependency.target].layer
    target = dependency.symbol.dotted or dependency.target
    manner = f" {dependency.manner}" if dependency.manner else ""
    verb = outer.does("imports", "import")
    return Finding(
        rule=rule.name,
        place=dependency.place,
        module=dependency.importer.name,
        layer=outer.name,
        target=target,
        message=f"{verb} {target}{manner}, of {inner.name}, past {closed.name}, which is closed",
        help=f"let {closed.name} offer what {outer.does('needs', 'need')} of {inner.name}",
        because=closed.because,
    )
