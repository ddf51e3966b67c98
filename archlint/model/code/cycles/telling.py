"""How a knot is told: in words, hop by hop, and what to cut."""

from collections.abc import Container, Iterator, Mapping, Sequence

from archlint.model.architecture.layers import Layer
from archlint.model.code.cycles.grains import Grain
from archlint.model.code.cycles.knots import Knot, Knots
from archlint.model.code.cycles.strands import Strand
from archlint.model.code.names.dependencies import Dependency
from archlint.model.finding import Evidence, Finding, Hop, Severity
from archlint.model.modules import Module
from archlint.model.rule import Rule

PAIR = 2
MOST_EVIDENCE = 20
MOST_NAMES = 3
MOST_STEPS = 6
_PLURALS = {
    Grain.CONTEXT: "contexts",
    Grain.LAYER: "layers",
    Grain.PACKAGE: "packages",
    Grain.MODULE: "modules",
}


def wanted(knots: Knots, rule: Rule, grains: Container[Grain]) -> Iterator[Knot]:
    """Yield the knots that a rule wants to hear of, by its options `soft` and `min-size`."""
    for knot in (*knots.hard, *(knots.soft if rule.options["soft"] is True else ())):
        if knot.grain in grains and len(knot.members) >= rule.number("min-size"):
            yield knot


def told(knot: Knot, rule: Rule, layer: Layer | None, modules: Mapping[str, Module]) -> Finding:
    """Return the finding about a knot; `layer` is that of the first import to cut.

    It is named by the shortest way round, from the first of its parts in the alphabet on: so it
    stays the same finding when the rest of the knot changes, or another cut becomes the cheapest.
    """
    importer, imported = min(strand.edge for strand in knot.cycle)
    return Finding(
        rule=rule.name,
        place=knot.to_cut[0].place,
        module=importer,
        layer=layer.name if layer else None,
        target=imported,
        severity=Severity.INFO if knot.is_soft else None,
        message=f"{_together(knot)}; {_remedy(knot)}",
        help=_advice(knot),
        evidence=tuple(_evidence(knot)),
        chain=tuple(_hops(knot, modules)),
        because=layer.because if layer else "",
    )


def _together(knot: Knot) -> str:
    noun, number = _PLURALS[knot.grain], len(knot.members)
    names = [strand.importer for strand in knot.cycle]
    if number == PAIR:
        return f"the {noun} {names[0]} and {names[1]} import each other"
    kind = "" if len(names) == number else "the shortest "
    return f"{number} {noun} import one another in a circle, {kind}{_way(names)}"


def _way(names: Sequence[str]) -> str:
    """Return the way round; of a long one only the beginning."""
    hidden = len(names) - MOST_STEPS
    shown = names if hidden <= 1 else [*names[:MOST_STEPS], f"{hidden} more"]
    return " -> ".join([*shown, names[0]])


def _advice(knot: Knot) -> str:
    first = knot.cycle[0]
    needs = _needs(first)
    others = len(knot.to_cut) - len(first.statements)
    rest = f", and so for the other {others} imports to cut" if others > 1 else ""
    rest = ", and so for the other import to cut" if others == 1 else rest
    it = "it" if len(needs) == 1 else "them"
    return (
        f"let {first.importer} do without {first.imported}: move {_listed(needs)} to where both "
        f"may know {it}, or pass {it} in{rest}"
    )


def _evidence(knot: Knot) -> Iterator[Evidence]:
    for each in knot.to_cut[1 : 1 + MOST_EVIDENCE]:
        text = f"to cut as well: {each.importer.name} imports {_what(each)}"
        yield Evidence(each.importer.path, each.statement.line, text)


def _hops(knot: Knot, modules: Mapping[str, Module]) -> Iterator[Hop]:
    """Tell the shortest way round, one import for each step; it ends in what the last imports."""
    for strand in knot.cycle:
        step = strand.statements[0]
        yield Hop(step.importer.path, step.statement.line, step.importer.name)
    target = knot.cycle[-1].statements[0].target
    yield Hop(modules[target].path, 1, target)


def _remedy(knot: Knot) -> str:
    number = len(knot.to_cut)
    proof = "no fewer will do" if knot.is_minimal else "fewer may do"
    return f"{number} of {knot.statements} imports to cut{f', {proof}' if number > 1 else ''}"


def _needs(strand: Strand) -> Sequence[str]:
    """Return what one part needs of the other: names, or what it uses of whole modules."""
    modules = {_last(name.target) for name in strand.names if not name.symbol.name}
    names = {_last(name.symbol.name) for name in strand.names if name.symbol.name}
    return [f"what it uses of {_listed(sorted(modules | names))}"] if modules else sorted(names)


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]


def _listed(names: Sequence[str]) -> str:
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[:MOST_NAMES])} and {len(names) - MOST_NAMES} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _what(dependency: Dependency) -> str:
    symbol = dependency.symbol
    return symbol.dotted if symbol.module and symbol.name else dependency.target
