"""Judges layer intrusions: an import of what a layer does not show to the others."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.names.bundles import Bundle, bundles
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each hidden module that it knows."""
    for bundle in bundles(d for d in codebase.dependencies if _is_intrusion(codebase, d)):
        if there := codebase.borders.hidden_by(bundle.first):
            yield _finding(codebase, rule, bundle, there)


def _is_intrusion(codebase: Codebase, dependency: Dependency) -> bool:
    if codebase.borders.hidden_by(dependency) is None or dependency.is_main_only:
        return False
    layer = codebase.layer(dependency.importer.name)
    is_root = layer is not None and layer.role is Role.COMPOSITION
    return not is_root and not _is_told(codebase, dependency)


def _is_told(codebase: Codebase, dependency: Dependency) -> bool:
    """Whether a graver rule tells the dependency."""
    borders = codebase.borders
    crossing = borders.crossing(dependency)
    is_intruder = crossing is not None and not crossing.is_open
    is_skip = borders.skipped(dependency) is not None
    return is_intruder or is_skip or borders.is_forbidden(dependency)


def _finding(codebase: Codebase, rule: Rule, bundle: Bundle, there: Layer) -> Finding:
    here = codebase.layer(bundle.module.name)
    verbs = (bundle.verb, bundle.verb.removesuffix("s"))
    who = here.does(*verbs) if here else f"{bundle.module.name} {bundle.verb}"
    face = there.face.described if there.face else ""
    return Finding(
        rule=rule.name,
        place=bundle.place,
        module=bundle.module.name,
        layer=here.name if here else None,
        target=bundle.target,
        message=f"{who} {bundle.what}, which {there.does('keeps', 'keep')} to itself",
        help=f"let {there.name} offer what is needed of it in {face}",
        evidence=bundle.reexports,
        also=bundle.also,
        because=there.because,
    )
