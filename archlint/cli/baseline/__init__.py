"""`archlint baseline`: what a project has accepted for now."""

import click

from archlint.cli.baseline.create import create
from archlint.cli.baseline.prune import prune
from archlint.cli.baseline.status import status
from archlint.cli.baseline.update import update
from archlint.cli.verbs import SETTINGS


@click.group(context_settings=SETTINGS)
def baseline() -> None:
    """Accept what is found for now, and see that it only shrinks.

    Each accepted finding is a file of its own in .archlint/baseline beside the settings, which
    belongs in the repository. A check then fails for new findings only.
    """


for command in (create, update, prune, status):
    baseline.add_command(command)
