"""Judges outward chains: an inner layer reaches an outer one through modules of no layer."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.passages import Passages, hops
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each inner module and each outer one that it reaches so."""
    for layer in codebase.architecture.layers:
        passages = _passages(codebase, layer)
        told: set[tuple[str, str]] = set()
        for entrance in _entrances(codebase, layer):
            steps = passages.beyond(entrance.target)
            key = (entrance.importer.name, steps[-1].target if steps else "")
            if steps and key not in told:
                told.add(key)
                yield _finding(codebase, rule, layer, (entrance, *steps))


def _passages(codebase: Codebase, layer: Layer) -> Passages:
    def is_exit(dependency: Dependency) -> bool:
        other = codebase.layer(dependency.target)
        return other is not None and not layer.may_import(other)

    return Passages(
        codebase.dependencies,
        lambda module: module in codebase.memberships,
        is_exit,
        codebase.build_graph,
    )


def _entrances(codebase: Codebase, layer: Layer) -> Iterator[Dependency]:
    for dependency in codebase.dependencies:
        if dependency.is_soft or dependency.is_main_only or not dependency.target:
            continue
        if codebase.layer(dependency.importer.name) is layer and not codebase.layer(
            dependency.target
        ):
            yield dependency


def _finding(
    codebase: Codebase, rule: Rule, layer: Layer, steps: tuple[Dependency, ...]
) -> Finding:
    first, last = steps[0], steps[-1]
    outer = codebase.memberships[last.target].layer
    paths = {name: module.path for name, module in codebase.by_name.items()}
    between = ", then ".join(step.target for step in steps[:-1])
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
        chain=tuple(hops(steps, paths)),
        because=layer.because or outer.because,
    )
