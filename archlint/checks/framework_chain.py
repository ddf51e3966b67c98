"""Judges framework chains: the core reaches a framework through modules of no layer."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from archlint.model.code.frameworks.errors import Errors
from archlint.model.code.frameworks.reach import Reach, Reached
from archlint.model.code.names.passages import hops, reexports
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module of the core and each module that brings it packages."""
    layers = codebase.architecture.layers
    reach = Reach(codebase.arrivals, codebase.memberships, layers, codebase.build_graph)
    reached = tuple(reach)
    told = {(k.module.name, k.library.package) for k in codebase.arrivals.acquaintances}
    told |= codebase.bonds.packages | _thrown(codebase, {found.module for found in reached})
    brought: dict[tuple[str, str], list[Reached]] = defaultdict(list)
    for found in reached:
        if (found.module, found.library.package) not in told:
            brought[found.module, found.steps[-1].importer.name].append(found)
    for several in brought.values():
        yield _finding(codebase, rule, sorted(several, key=_by_name))


def _by_name(found: Reached) -> str:
    return found.library.name


def _thrown(codebase: Codebase, modules: Collection[str]) -> set[tuple[str, str]]:
    """Return the modules that raise or catch what they reach, which is told at that line."""
    errors = Errors(codebase.inference, codebase.arrivals, codebase.bonds)
    return {
        (function.module.name, thrown.library.package)
        for function in codebase.functions
        if function.module.name in modules
        for thrown in errors.of(function)
    }


def _finding(codebase: Codebase, rule: Rule, several: Sequence[Reached]) -> Finding:
    """Return the finding on the libraries that one module brings, by the way to the first."""
    layer, steps = several[0].layer, several[0].steps
    first, last = steps[0], steps[-1]
    names = [found.library.name for found in several]
    described = (f"{found.library.name}, {found.library.described}" for found in several)
    paths = {name: module.path for name, module in codebase.by_name.items()}
    between = ", then ".join(step.importer.name for step in steps[1:])
    return Finding(
        rule=rule.name,
        place=first.place,
        module=first.importer.name,
        layer=layer.name,
        target=", ".join(names),
        message=(
            f"{layer.does('reaches', 'reach')} {', and '.join(described)}, by way of {between}"
        ),
        help=(
            f"split {last.importer.name}: keep in it what {layer.does('needs', 'need')}, and move "
            f"what needs {' and '.join(names)} ({last.place.path}:{last.place.line}) outward"
        ),
        evidence=tuple(reexports(steps)),
        chain=tuple(hops(steps, names[0], paths)),
        because=layer.because,
    )
