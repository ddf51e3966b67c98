"""Tells people what was found of the layers of a program, line by line."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from archlint.model.architecture.layers import Layer
from archlint.surveying.prospecting.opinions import Assignment
from archlint.surveying.prospecting.prospect import Prospect

_INDENT = "    "
_MOST_NAME = 36


def layers_told(prospect: Prospect, sizes: Mapping[str, int], width: int) -> Iterator[str]:
    """Yield each layer with its patterns: how many modules, how sure, and why.

    `sizes` are the numbers of modules by pattern.
    """
    longest = max((len(each.pattern.text) for each in prospect.assignments), default=0)
    for layer in prospect.layers:
        yield _head(layer, prospect, sizes)
        for each in prospect.of(layer):
            yield from _assignment(each, sizes, min(longest, _MOST_NAME), width)
    if prospect.imports:
        yield _order(prospect)


def _head(layer: Layer, prospect: Prospect, sizes: Mapping[str, int]) -> str:
    size = sum(sizes.get(each.pattern.text, 0) for each in prospect.of(layer))
    return f"ring {layer.ring}  {layer.name}: {size} module{'' if size == 1 else 's'}"


def _assignment(
    each: Assignment, sizes: Mapping[str, int], column: int, width: int
) -> Iterator[str]:
    size = sizes.get(each.pattern.text, 0)
    head = f"{_INDENT}{each.pattern.text:{column}} {size:4}  "
    lead = " " * (len(_INDENT) + column + 7)
    told = f"{each.opinion.certainty:6}  {each.opinion.why}"
    if len(head) > len(lead):
        yield head.rstrip()
        head = lead
    first, *rest = wrap(told, max(width - len(lead), 30), subsequent_indent=" " * 8)
    yield head + first
    yield from (lead + line for line in rest)


def _order(prospect: Prospect) -> str:
    if not prospect.outward:
        return f"all {prospect.imports} imports between layers point inward"
    return f"{prospect.outward} of {prospect.imports} imports between layers point outward"
