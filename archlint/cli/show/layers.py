"""`archlint show layers`: the layers, innermost first."""

from collections.abc import Iterator
from typing import Unpack

import click

from archlint.cli.answering import GAP, INDENT, columns, say_json, say_lines
from archlint.cli.asking import Asked, Form, asks, program_of
from archlint.cli.show.heading import headed
from archlint.cli.verbs import SETTINGS
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern, Subject
from archlint.reports.printable import printable
from archlint.reports.summary import counted
from archlint.surveying.layers import LayerSurvey, OccupiedLayer, survey_layers


@click.command(context_settings=SETTINGS, short_help="The layers, innermost first.")
@asks
def layers(**asked: Unpack[Asked]) -> None:
    """Show the layers innermost first, each with its patterns and what it holds.

    PATH lies in the project, which is otherwise that of the current folder.
    """
    read = program_of(asked)
    survey = survey_layers(read.codebase)
    if Form(asked["output_format"]) is Form.JSON:
        say_json(headed("layers", _record(survey, read.settings.assumption)))
    else:
        say_lines(_lines(survey))


def _lines(survey: LayerSurvey) -> Iterator[str]:
    heads = columns(_head(each) for each in survey.layers)
    for head, each in zip(heads, survey.layers, strict=True):
        yield head
        yield from _details(each.layer)
    if survey.unlayered:
        yield f"in no layer: {counted(survey.unlayered, 'module')}"


def _head(occupied: OccupiedLayer) -> list[str]:
    layer = occupied.layer
    size = counted(occupied.modules, "module")
    return [f"ring {layer.ring}", layer.name, layer.role or "", size, ", ".join(_traits(layer))]


def _traits(layer: Layer) -> Iterator[str]:
    if layer.independent:
        yield "independent"
    if layer.closed:
        yield "closed"


def _details(layer: Layer) -> Iterator[str]:
    for pattern in layer.patterns:
        yield _detail(pattern.subject, pattern.text)
    if layer.allowed_libraries is not None:
        yield _detail("may use", ", ".join(layer.allowed_libraries) or "the standard library")
    if layer.face:
        yield _detail("public", ", ".join(layer.face.public) or "its own __init__")
    if layer.because:
        yield _detail("because", layer.because)


def _detail(word: str, text: str) -> str:
    return f"{INDENT}{word:7}{GAP}{printable(text)}"


def _record(survey: LayerSurvey, assumption: str) -> dict[str, object]:
    return {
        "assumption": assumption,
        "unlayered_modules": survey.unlayered,
        "layers": [_layer(each) for each in survey.layers],
    }


def _layer(occupied: OccupiedLayer) -> dict[str, object]:
    layer = occupied.layer
    return {
        "ring": layer.ring,
        "name": layer.name,
        "role": layer.role,
        "modules": occupied.modules,
        "patterns": _texts(layer.patterns, Subject.MODULES),
        "paths": _texts(layer.patterns, Subject.PATHS),
        "independent": layer.independent,
        "closed": layer.closed,
        "allowed_libraries": layer.allowed_libraries,
        "public": layer.face.public if layer.face else None,
        "because": layer.because,
    }


def _texts(patterns: tuple[Pattern, ...], subject: Subject) -> list[str]:
    return [pattern.text for pattern in patterns if pattern.subject is subject]
