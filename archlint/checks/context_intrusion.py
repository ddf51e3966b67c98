"""Judges context intrusions: a bounded context reaches into what another one keeps to itself."""

from collections.abc import Iterator

from archlint.model.code.contexts.borders import Crossing
from archlint.model.code.names.bundles import Bundle, bundles
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule

_MOST_FACES = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each module of another context that it reaches into."""
    for bundle in bundles(d for d in codebase.dependencies if _is_intrusion(codebase, d)):
        if crossing := codebase.borders.crossing(bundle.first):
            yield _finding(codebase, rule, bundle, crossing)


def _is_intrusion(codebase: Codebase, dependency: Dependency) -> bool:
    crossing = codebase.borders.crossing(dependency)
    if crossing is None or crossing.is_open or dependency.is_main_only:
        return False
    return not codebase.borders.is_forbidden(dependency)


def _finding(codebase: Codebase, rule: Rule, bundle: Bundle, crossing: Crossing) -> Finding:
    layer = codebase.layer(bundle.module.name)
    here, there = crossing.here, crossing.there
    return Finding(
        rule=rule.name,
        place=bundle.place,
        module=bundle.module.name,
        layer=layer.name if layer else None,
        target=bundle.target,
        message=f"{here} {bundle.verb} {bundle.what}, which {there} does not publish",
        help=_help(codebase, crossing),
        evidence=bundle.reexports,
        also=bundle.also,
        because=layer.because if layer else "",
    )


def _help(codebase: Codebase, crossing: Crossing) -> str:
    there = crossing.there
    faces = sorted(module.name for module in codebase.borders.faces(there))[:_MOST_FACES]
    if faces:
        return f"let {there} offer what {crossing.here} needs in {' or '.join(faces)}"
    face = codebase.architecture.contexts.face.described
    return f"let {there} publish what {crossing.here} needs in {face}"
