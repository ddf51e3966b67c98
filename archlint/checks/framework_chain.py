"""Judges framework chains: the core reaches a framework through modules of no layer."""

from collections.abc import Collection, Iterator

from archlint.model.code.frameworks.errors import Errors
from archlint.model.code.frameworks.reach import Reach, Reached
from archlint.model.code.names.passages import hops, reexports
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module of the core and each package that it reaches so."""
    layers = codebase.architecture.layers
    reach = Reach(codebase.arrivals, codebase.memberships, layers, codebase.build_graph)
    reached = tuple(reach)
    told = {(k.module.name, k.library.package) for k in codebase.arrivals.acquaintances}
    told |= codebase.bonds.packages | _thrown(codebase, {found.module for found in reached})
    for found in reached:
        if (found.module, found.library.package) not in told:
            yield _finding(codebase, rule, found)


def _thrown(codebase: Codebase, modules: Collection[str]) -> set[tuple[str, str]]:
    """Return the modules that raise or catch what they reach, which is told at that line."""
    errors = Errors(codebase.inference, codebase.arrivals, codebase.bonds)
    return {
        (function.module.name, thrown.library.package)
        for function in codebase.functions
        if function.module.name in modules
        for thrown in errors.of(function)
    }


def _finding(codebase: Codebase, rule: Rule, found: Reached) -> Finding:
    first, last = found.steps[0], found.steps[-1]
    layer, library = found.layer, found.library
    paths = {name: module.path for name, module in codebase.by_name.items()}
    between = ", then ".join(step.importer.name for step in found.steps[1:])
    return Finding(
        rule=rule.name,
        place=first.place,
        module=first.importer.name,
        layer=layer.name,
        target=library.name,
        message=(
            f"{layer.does('reaches', 'reach')} {library.name}, {library.described}, "
            f"by way of {between}"
        ),
        help=(
            f"split {last.importer.name}: keep in it what {layer.does('needs', 'need')}, and move "
            f"what needs {library.name} ({last.place.path}:{last.place.line}) outward"
        ),
        evidence=tuple(reexports(found.steps)),
        chain=tuple(hops(found.steps, library.name, paths)),
        because=layer.because,
    )
