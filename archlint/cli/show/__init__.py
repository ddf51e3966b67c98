"""`archlint show`: answers questions about a project without judging it."""

import click

from archlint.cli.show.imports import imports
from archlint.cli.show.layers import layers
from archlint.cli.show.module import module
from archlint.cli.show.unassigned import unassigned
from archlint.cli.show.unused import unused
from archlint.cli.verbs import SETTINGS


@click.group(context_settings=SETTINGS)
def show() -> None:
    """Show how archlint sees the project: its layers, modules and imports."""


for question in (layers, module, imports, unassigned, unused):
    show.add_command(question)
