"""`archlint show imports`: every import of one part by another, or the shortest way there."""

from collections.abc import Iterator
from typing import Unpack

import click

from archlint.cli.answering import columns, say_json, say_lines
from archlint.cli.asking import Asked, Form, asks, flat_program_of, refuse
from archlint.cli.show import links
from archlint.cli.show.heading import headed
from archlint.cli.verbs import SETTINGS
from archlint.reports.summary import counted
from archlint.surveying.imports import ImportSurvey, survey_imports
from archlint.surveying.parts import Part, PartKind, UnknownNameError


@click.command(
    context_settings=SETTINGS, short_help="Every import of one part by another, or the chain."
)
@click.argument("importer")
@click.argument("imported")
@asks
def imports(importer: str, imported: str, **asked: Unpack[Asked]) -> None:
    """Show every statement of IMPORTER that imports IMPORTED, or else the shortest chain.

    Both are modules, packages or layers; IMPORTED may be a library, too. PATH lies in the project,
    which is otherwise that of the current folder.
    """
    try:
        survey = survey_imports(flat_program_of(asked).codebase, importer, imported)
    except UnknownNameError as error:
        refuse(error, "module, package, layer or imported library")
    if Form(asked["output_format"]) is Form.JSON:
        say_json(headed("imports", _record(survey)))
    else:
        say_lines(_lines(survey))


def _lines(survey: ImportSurvey) -> Iterator[str]:
    ends = f"of {_part(survey.imported)} in {_part(survey.importer)}"
    if survey.links:
        yield from columns(map(links.between, survey.links))
        yield f"{counted(len(survey.links), 'import')} {ends}"
    elif survey.chain:
        yield f"no import {ends}; the shortest chain:"
        yield from columns(map(links.between, survey.chain))
    else:
        yield f"no import {ends}, and no chain of imports"


def _part(part: Part) -> str:
    if part.kind in {PartKind.MODULE, PartKind.LIBRARY}:
        return f"the {part.kind} {part.name}"
    return f"the {part.kind} {part.name} ({counted(len(part.modules), 'module')})"


def _record(survey: ImportSurvey) -> dict[str, object]:
    return {
        "importer": _part_record(survey.importer),
        "imported": _part_record(survey.imported),
        "imports": [links.record(link) for link in survey.links],
        "chain": [links.record(link) for link in survey.chain],
    }


def _part_record(part: Part) -> dict[str, object]:
    return {"name": part.name, "kind": part.kind.value, "modules": len(part.modules)}
