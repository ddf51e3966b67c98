"""`archlint config`: shows and tries the settings of a project."""

import click

from archlint.cli.config.validate import validate
from archlint.cli.verbs import SETTINGS


@click.group(context_settings={**SETTINGS, "auto_envvar_prefix": "ARCHLINT"})
def config() -> None:
    """Look after the settings of a project."""


config.add_command(validate)
