"""`archlint baseline create`: accepts all that is found now."""

from typing import Unpack

import click

from archlint.cli.accepting import accepting, baseline
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
from archlint.cli.judging import WrongUseError
from archlint.cli.verbs import SETTINGS
from archlint.reports.summary import counted


@click.command(context_settings=SETTINGS, short_help="Accept all that is found now.")
@on_terms
@about_baseline
def create(**asked: Unpack[Termed]) -> int:
    """Accept all that is found now, as far as PATHS and rules are not limited.

    It refuses where there is a baseline already: update changes that.
    """
    request = request_of(asked)
    kept = baseline(request)
    if kept.exists and not kept.is_empty:
        raise WrongUseError(
            f"{kept.name}: there is a baseline already; archlint baseline update --accept-new "
            "takes new findings into it"
        )
    found = accepting(audit_of(request), request, terms_of(asked))
    for fault in faults(found):
        click.echo(fault, err=True)
    left = found.baseline.left if found.baseline else ()
    if not left:
        say("nothing to accept\n")
        return fault_status(found)
    rules = counted(len({cover.entry.rule for cover in left}), "rule")
    say(f"accepted {counted(len(left), 'finding')} of {rules} into {kept.name}\n")
    return fault_status(found)
