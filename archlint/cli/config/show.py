"""`archlint config show`: the settings as archlint understands them."""

from enum import StrEnum
from typing import Unpack

import click

from archlint.cli.answering import say_json
from archlint.cli.asking import Asked, about_project, in_form_of, program_of
from archlint.cli.console import say
from archlint.cli.verbs import SETTINGS
from archlint.settings.record import record


class Form(StrEnum):
    """The forms in which settings are shown."""

    TOML = "toml"
    JSON = "json"


@click.command(context_settings=SETTINGS, short_help="The settings as archlint understands them.")
@in_form_of(Form)
@about_project
def show(**asked: Unpack[Asked]) -> None:
    """Show the settings with what they leave to archlint filled in, as an archlint.toml.

    Layers that were found by a style, or inferred, are named. PATH lies in the project, which is
    otherwise that of the current folder.
    """
    settings = record(program_of(asked).settings)
    if Form(asked["output_format"]) is Form.JSON:
        say_json(settings)
        return
    import tomlkit

    say(tomlkit.dumps(settings))
