"""Judges context intrusions: a bounded context reaches into what another one keeps to itself."""

from collections.abc import Iterator

from archlint.model.code.contexts.borders import Crossing
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import reexports
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule

_MOST_FACES = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each import statement and each module that it reaches into."""
    told: set[tuple[object, str]] = set()
    for dependency in codebase.dependencies:
        crossing = codebase.borders.crossing(dependency)
        if crossing is None or crossing.is_open or _is_told(codebase, dependency):
            continue
        key = (dependency.place, dependency.target)
        if key not in told:
            told.add(key)
            yield _finding(codebase, rule, dependency, crossing)


def _is_told(codebase: Codebase, dependency: Dependency) -> bool:
    """Whether a graver rule tells the dependency, or nobody minds it."""
    return dependency.is_main_only or codebase.borders.is_forbidden(dependency)


def _finding(codebase: Codebase, rule: Rule, dependency: Dependency, crossing: Crossing) -> Finding:
    layer = codebase.layer(dependency.importer.name)
    target = dependency.symbol.dotted or dependency.target
    what = f"{target} {dependency.manner}".rstrip()
    return Finding(
        rule=rule.name,
        place=dependency.place,
        module=dependency.importer.name,
        layer=layer.name if layer else None,
        target=target,
        message=f"{crossing.here} imports {what}, which {crossing.there} does not publish",
        help=_help(codebase, crossing),
        evidence=tuple(reexports([dependency])),
        because=layer.because if layer else "",
    )


def _help(codebase: Codebase, crossing: Crossing) -> str:
    there = crossing.there
    faces = sorted(module.name for module in codebase.borders.faces(there))[:_MOST_FACES]
    if faces:
        return f"let {there} offer what {crossing.here} needs in {' or '.join(faces)}"
    face = codebase.architecture.contexts.face.described
    return f"let {there} publish what {crossing.here} needs in {face}"
