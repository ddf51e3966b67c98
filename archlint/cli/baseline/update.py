"""`archlint baseline update`: brings a baseline up to date."""

from typing import TYPE_CHECKING, Unpack

import click

from archlint.cli.accepting import accepting, existing, written
from archlint.cli.baseline.asking import (
    Termed,
    about_baseline,
    audit_of,
    on_terms,
    request_of,
    terms_of,
)
from archlint.cli.comparison import fault_status, faults
from archlint.cli.console import say
from archlint.cli.verbs import SETTINGS
from archlint.model.baseline.delta import Delta

if TYPE_CHECKING:
    from archlint.baseline.folder import Folder


class Updated(Termed):
    """What update is told."""

    accept_new: bool


@click.command(context_settings=SETTINGS, short_help="Drop what is fixed, follow what has moved.")
@click.option("--accept-new", is_flag=True, help="Let it grow: take new findings in, too.")
@on_terms
@about_baseline
def update(**asked: Unpack[Updated]) -> int:
    """Drop what is fixed, and follow what goes by another name now.

    It grows only with --accept-new, which also renews entries whose last day is over.

    Exit status: 0 it is up to date, 2 wrong use, or entries that cannot be read.
    """
    request = request_of(asked)
    kept = existing(request)
    audit = audit_of(request)
    delta = audit.baseline or Delta()
    written(kept, lambda: _settle(delta, kept))
    before = len(delta.left) + len(delta.moved)
    say(f"dropped {len(delta.fixed)}, followed {len(delta.moved)}")
    if asked["accept_new"]:
        audit = accepting(audit, request, terms_of(asked))
        after = audit.baseline or delta
        say(f", accepted {len(after.left) + len(after.moved) - before}")
    new = len(audit.new())
    hint = f"; {new} new, which --accept-new takes in" if new and not asked["accept_new"] else ""
    say(f"{hint}\n")
    for fault in faults(audit):
        click.echo(fault, err=True)
    return fault_status(audit)


def _settle(delta: Delta, kept: "Folder") -> None:
    from archlint.assembly.accepting import follow

    kept.remove(delta.fixed)
    follow(delta, kept)
