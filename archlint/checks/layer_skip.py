"""Judges layer skips: an outer layer reaches past a closed one."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import reexports
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each import statement and each module behind a closed layer."""
    told: set[tuple[object, str]] = set()
    for dependency in codebase.dependencies:
        closed = None if dependency.is_main_only else codebase.borders.skipped(dependency)
        key = (dependency.place, dependency.target)
        if closed and key not in told:
            told.add(key)
            yield _finding(codebase, rule, dependency, closed)


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
        evidence=tuple(reexports([dependency])),
        because=closed.because,
    )
