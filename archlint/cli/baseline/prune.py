"""`archlint baseline prune`: removes what a baseline does not need any more."""

from typing import Unpack

import click

from archlint.cli.accepting import existing, written
from archlint.cli.baseline.asking import Asked, about_baseline, audit_of, request_of
from archlint.cli.comparison import fault_status, faults
from archlint.cli.console import say
from archlint.cli.verbs import SETTINGS
from archlint.model.baseline.delta import Delta


@click.command(context_settings=SETTINGS, short_help="Remove what is fixed.")
@about_baseline
def prune(**asked: Unpack[Asked]) -> int:
    """Remove the entries whose finding is fixed, and change no other.

    Exit status: 0 done, 2 wrong use, or entries that cannot be read.
    """
    request = request_of(asked)
    kept = existing(request)
    audit = audit_of(request)
    delta = audit.baseline or Delta()
    written(kept, lambda: kept.remove(delta.fixed))
    left = len(delta.left) + len(delta.moved) + len(delta.expired)
    say(f"removed {len(delta.fixed)} stale, {left} left\n")
    for fault in faults(audit):
        click.echo(fault, err=True)
    return fault_status(audit)
