"""First settings: what a project without any starts from, with the reasons as comments."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import tomlkit
from tomlkit.items import Array, Table

from archlint.drafting import documents
from archlint.drafting.documents import Filled
from archlint.model.architecture.layers import Layer
from archlint.surveying.prospecting.opinions import Assignment, Certainty
from archlint.surveying.prospecting.prospect import Prospect


@dataclass(frozen=True)
class FirstSettings:
    """What is to be written; None and "" for what goes without saying.

    `intrusions` counts the imports by which bounded contexts know one another, None where the
    program has none.
    """

    prospect: Prospect
    style: str
    domain_model: str = ""
    source_roots: tuple[str, ...] | None = None
    intrusions: int | None = None


def as_own_file(first: FirstSettings) -> str:
    """Return the text of an `archlint.toml`."""
    return documents.as_own_file(partial(_fill, first=first))


def as_shared_table(first: FirstSettings) -> str:
    """Return `[tool.archlint]` and the tables below it, to be put behind a `pyproject.toml`."""
    return documents.as_shared_table(partial(_fill, first=first))


def _fill(table: Filled, first: FirstSettings) -> None:
    table.add(tomlkit.comment("proposed by archlint init; layers stand innermost first"))
    table.add("style", first.style)
    if first.domain_model:
        table.add("domain-model", first.domain_model)
        table.add(tomlkit.comment("active-record: the models are tables on purpose"))
    if first.source_roots is not None:
        table.add("source-roots", documents.array(first.source_roots))
    table.add("layers", documents.tables(_layers(first.prospect)))
    if first.intrusions is not None:
        table.add("contexts", _contexts(first.intrusions))


def _layers(prospect: Prospect) -> Iterator[Table]:
    last = -1
    for layer in prospect.layers:
        table = tomlkit.table()
        table.add("name", layer.name)
        table.add("modules", _patterns(layer, prospect))
        if layer.ring != last + 1:
            table.add("ring", tomlkit.integer(layer.ring).comment("beside the layer before"))
        last = layer.ring
        yield table


def _patterns(layer: Layer, prospect: Prospect) -> Array:
    """Return the patterns of a layer, with the reason of each that its name does not tell."""
    assignments = tuple(prospect.of(layer))
    if not any(map(_reason, assignments)):
        return documents.array(tuple(each.pattern.text for each in assignments))
    array = tomlkit.array()
    for each in assignments:
        array.add_line(each.pattern.text, comment=_reason(each) or None)
    array.add_line(indent="")
    return array


def _reason(assignment: Assignment) -> str:
    opinion = assignment.opinion
    if assignment.is_named and opinion.certainty is Certainty.HIGH:
        return ""
    return opinion.why


def _contexts(intrusions: int) -> Table:
    table = tomlkit.table()
    if intrusions:
        names = "name" if intrusions == 1 else "names"
        told = f"contexts import {intrusions} hidden {names} of one another; true tells each"
        table.add(tomlkit.comment(told))
    else:
        table.add(tomlkit.comment("contexts know one another only by what they publish"))
    table.add("independent", not intrusions)
    return table
