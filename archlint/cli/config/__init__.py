"""`archlint config`: shows the settings of a project and tries them."""

import click

from archlint.cli.config.schema import schema
from archlint.cli.config.show import show
from archlint.cli.config.validate import validate
from archlint.cli.verbs import SETTINGS


@click.group(context_settings=SETTINGS)
def config() -> None:
    """Look after the settings of a project."""


for command in (show, validate, schema):
    config.add_command(command)
