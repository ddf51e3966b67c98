"""Judges interfaces that an outer layer owns although others need them."""

from collections.abc import Iterator
from dataclasses import replace

from archlint.model.architecture.layers import Role
from archlint.model.code.conformance.misplaced import Misplaced, MisplacedPorts
from archlint.model.code.names.breaches import Way
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_TELLING = {
    Way.IMPORTED: "outward-import",
    Way.FOR_TYPES: "outward-type-import",
    Way.BY_NAME: "outward-dynamic-import",
    Way.HANDED_ON: "outward-reexport",
}


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each interface that stands too far out.

    What the core imports is told at the imports, where a rule judges these.
    """
    told = set(_told(codebase, rule))
    found = MisplacedPorts(codebase.ports, codebase.layer, codebase.dependencies, codebase.callers)
    for misplaced in found:
        untold = tuple(each for each in misplaced.asking if _pair(each) not in told)
        if untold or not misplaced.asking:
            yield _finding(codebase, rule, replace(misplaced, asking=untold))


def _told(codebase: Codebase, rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield who is told for knowing which module, whichever name of it."""
    for breach in codebase.outward.breaches:
        if _TELLING[breach.way] in rule.beside:
            yield from map(_pair, (*breach.names, *breach.importers))


def _pair(known: Dependency) -> tuple[str, str]:
    return known.importer.name, known.target


def _finding(codebase: Codebase, rule: Rule, misplaced: Misplaced) -> Finding:
    port, layer = misplaced.port, misplaced.layer
    return Finding(
        rule=rule.name,
        place=Place(port.module.path, port.fact.line, port.fact.column + 1),
        module=port.module.name,
        symbol=port.fact.qualname,
        layer=layer.name,
        message=_message(codebase, misplaced),
        help=f"move {port.name} to {_home(codebase, misplaced)}, which is to say what it needs",
        evidence=tuple(_evidence(misplaced)),
        because=layer.because,
    )


def _message(codebase: Codebase, misplaced: Misplaced) -> str:
    port, layer = misplaced.port, misplaced.layer
    if misplaced.asking:
        inner = codebase.layer(misplaced.asking[0].importer.name)
        asking = inner.does("asks", "ask") if inner else "the core asks"
        return f"{port.name} lies in {layer.name}, though {asking} for it"
    outer = codebase.memberships[misplaced.implementing[0].module.name].layer
    by = misplaced.implementing[0].name
    return f"{port.name} lies in {layer.name}, though {by} of {outer.name} implements it"


def _home(codebase: Codebase, misplaced: Misplaced) -> str:
    """Return the layer that the interface belongs to: the innermost that asks, or use cases."""
    asking = [codebase.layer(each.importer.name) for each in misplaced.asking]
    if known := [layer for layer in asking if layer]:
        return min(known, key=lambda layer: layer.ring).name
    core = [layer for layer in codebase.architecture.layers if layer.is_core]
    names = [layer.name for layer in core if layer.role is Role.APPLICATION]
    return next(iter([*names, *(layer.name for layer in core)]), "the core")


def _evidence(misplaced: Misplaced) -> Iterator[Evidence]:
    for each in misplaced.asking:
        yield Evidence(each.place.path, each.place.line, f"{each.importer.name} asks for it")
    for known in misplaced.implementing:
        yield Evidence(known.module.path, known.fact.line, f"{known.name} implements it")
