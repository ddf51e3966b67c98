"""`archlint config schema`: prints the JSON Schema of the settings."""

import click

from archlint.cli.answering import say_json
from archlint.cli.verbs import SETTINGS


@click.command(context_settings=SETTINGS, short_help="The JSON Schema of the settings.")
def schema() -> None:
    """Print the JSON Schema of archlint.toml, which is also that of the table tool.archlint."""
    from archlint.assembly.schema import settings_schema

    say_json(settings_schema())
