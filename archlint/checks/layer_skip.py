"""Judges layer skips: an outer layer reaches past a closed one."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.bundles import Bundle, bundles
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each module behind a closed layer that it knows."""
    for bundle in bundles(d for d in codebase.dependencies if _is_skip(codebase, d)):
        if closed := codebase.borders.skipped(bundle.first):
            yield _finding(codebase, rule, bundle, closed)


def _is_skip(codebase: Codebase, dependency: Dependency) -> bool:
    return not dependency.is_main_only and codebase.borders.skipped(dependency) is not None


def _finding(codebase: Codebase, rule: Rule, bundle: Bundle, closed: Layer) -> Finding:
    outer = codebase.memberships[bundle.module.name].layer
    inner = codebase.memberships[bundle.first.target].layer
    who = outer.does(bundle.verb, bundle.verb.removesuffix("s"))
    return Finding(
        rule=rule.name,
        place=bundle.place,
        module=bundle.module.name,
        layer=outer.name,
        target=bundle.target,
        message=f"{who} {bundle.what}, of {inner.name}, past {closed.name}, which is closed",
        help=f"let {closed.name} offer what {outer.does('needs', 'need')} of {inner.name}",
        evidence=bundle.reexports,
        also=bundle.also,
        because=closed.because,
    )
