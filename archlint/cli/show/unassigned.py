"""`archlint show unassigned`: the modules that no layer claims."""

from collections.abc import Iterator, Sequence
from typing import Unpack

import click

from archlint.cli.answering import columns, say_json, say_lines
from archlint.cli.asking import Asked, Form, asks, program_of
from archlint.cli.show.heading import headed
from archlint.cli.verbs import SETTINGS
from archlint.reports.summary import counted, share
from archlint.surveying.unassigned import LooseFolder, UnassignedSurvey, survey_unassigned


@click.command(context_settings=SETTINGS, short_help="Folders with modules of no layer.")
@asks
def unassigned(**asked: Unpack[Asked]) -> None:
    """Show the folders with modules of no layer, those first that most layered modules import.

    PATH lies in the project, which is otherwise that of the current folder.
    """
    survey = survey_unassigned(program_of(asked).codebase)
    if Form(asked["output_format"]) is Form.JSON:
        say_json(headed("unassigned", _record(survey)))
    else:
        say_lines(_lines(survey))


def _lines(survey: UnassignedSurvey) -> Iterator[str]:
    yield from columns(map(_row, survey.folders))
    all_modules = counted(survey.modules, "module")
    yield f"{share(survey.layered, survey.modules)} in a layer: {survey.layered} of {all_modules}"


def _row(folder: LooseFolder) -> Sequence[str]:
    only = folder.modules[0].module.path
    where = only if len(folder.modules) == 1 else f"{folder.folder or '.'}/"
    by = f"imported by {counted(folder.importers, 'layered module')}" if folder.importers else ""
    return where, counted(len(folder.modules), "module"), by


def _record(survey: UnassignedSurvey) -> dict[str, object]:
    return {
        "modules": survey.modules,
        "layered_modules": survey.layered,
        "folders": [_folder(each) for each in survey.folders],
    }


def _folder(folder: LooseFolder) -> dict[str, object]:
    return {
        "folder": folder.folder,
        "layered_importers": folder.importers,
        "modules": [
            {
                "name": loose.module.name,
                "path": loose.module.path,
                "layered_importers": loose.importers,
            }
            for loose in folder.modules
        ],
    }
