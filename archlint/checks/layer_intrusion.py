"""Judges layer intrusions: an import of what a layer does not show to the others."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import reexports
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each import statement and each hidden module that it names."""
    told: set[tuple[object, str]] = set()
    for dependency in codebase.dependencies:
        there = codebase.borders.hidden_by(dependency)
        key = (dependency.place, dependency.target)
        if there and key not in told and not _is_told(codebase, dependency):
            told.add(key)
            yield _finding(codebase, rule, dependency, there)


def _is_told(codebase: Codebase, dependency: Dependency) -> bool:
    """Whether a graver rule tells the dependency, or nobody minds it."""
    layer = codebase.layer(dependency.importer.name)
    borders = codebase.borders
    crossing = borders.crossing(dependency)
    return (
        dependency.is_main_only
        or (layer is not None and layer.role is Role.COMPOSITION)
        or borders.is_forbidden(dependency)
        or borders.skipped(dependency) is not None
        or (crossing is not None and not crossing.is_open)
    )


def _finding(codebase: Codebase, rule: Rule, dependency: Dependency, there: Layer) -> Finding:
    here = codebase.layer(dependency.importer.name)
    target = dependency.symbol.dotted or dependency.target
    what = f"{target} {dependency.manner}".rstrip()
    who = here.does("imports", "import") if here else f"{dependency.importer.name} imports"
    face = there.face.described if there.face else ""
    return Finding(
        rule=rule.name,
        place=dependency.place,
        module=dependency.importer.name,
        layer=here.name if here else None,
        target=target,
        message=f"{who} {what}, which {there.does('keeps', 'keep')} to itself",
        help=f"let {there.name} offer what is needed of it in {face}",
        evidence=tuple(reexports([dependency])),
        because=there.because,
    )
