"""Judges outward chains: an inner layer reaches an outer one through modules of no layer."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import Passages, hops, reexports
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each inner module and each outer one that it reaches so."""
    passages = Passages(
        codebase.dependencies,
        lambda module: module in codebase.memberships,
        lambda dependency: _closed_to(codebase, dependency),
        codebase.build_graph,
    )
    shut_out = frozenset(passages.exits)
    for module, membership in codebase.memberships.items():
        if membership.layer.name not in shut_out:
            continue
        told: set[str] = set()
        for entrance, entered in passages.entrances(module):
            steps = passages.beyond(entered, membership.layer.name)
            target = steps[-1].target if steps else ""
            if target and target not in told and not codebase.outward.tells(module, target):
                told.add(target)
                yield _finding(codebase, rule, membership.layer, (entrance, *steps))


def _closed_to(codebase: Codebase, dependency: Dependency) -> Iterator[str]:
    """Yield the layers that may not know what a dependency names."""
    other = codebase.layer(dependency.target)
    if other is not None:
        for layer in codebase.architecture.layers:
            if not layer.may_import(other):
                yield layer.name


def _finding(
    codebase: Codebase, rule: Rule, layer: Layer, steps: tuple[Dependency, ...]
) -> Finding:
    first, last = steps[0], steps[-1]
    outer = codebase.memberships[last.target].layer
    paths = {last.target: codebase.by_name[last.target].path}
    between = ", then ".join(step.importer.name for step in steps[1:])
    return Finding(
        rule=rule.name,
        place=first.place,
        module=first.importer.name,
        layer=layer.name,
        target=last.target,
        message=(
            f"{layer.does('reaches', 'reach')} {last.target}, which belongs to {outer.name}, "
            f"by way of {between}"
        ),
        help=(
            f"cut the chain at {last.place.path}:{last.place.line}: keep in "
            f"{last.importer.name} only what {layer.does('needs', 'need')}, "
            "or give it a layer of its own"
        ),
        evidence=tuple(reexports(steps)),
        chain=tuple(hops(steps, last.target, paths)),
        because=layer.because or outer.because,
    )
