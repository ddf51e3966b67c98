"""What the verbs of a baseline have in common: their options, and the audit they go by."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from archlint.cli.asking import WHICH_SETTINGS
from archlint.cli.judging import judge
from archlint.cli.options import rules_option
from archlint.model.audit import Audit
from archlint.model.baseline.entries import Terms

if TYPE_CHECKING:
    from archlint.assembly import Request

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


class Asked(TypedDict):
    """What all of them are told."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    config: Path | None
    isolated: bool


class Termed(Asked):
    """What those are told that accept findings."""

    reason: str
    owner: str
    until: datetime | None


_ABOUT = (
    click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
    rules_option("select", "Look at these rules alone; repeat it or put commas between."),
    rules_option("ignore", "Leave these rules alone."),
    click.option(
        "--baseline",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        envvar="ARCHLINT_BASELINE",
        help="Where it is kept, instead of .archlint/baseline in the project.",
    ),
    *WHICH_SETTINGS,
)
_TERMS = (
    click.option("--reason", default="", help="Why it may stay for now."),
    click.option("--owner", default="", help="Who will mend it."),
    click.option(
        "--until",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="The last day on which it may stay.",
    ),
)


def about_baseline(command: Decorated) -> Decorated:
    """Give a function what says which project and which findings are meant."""
    return _with(_ABOUT, command)


def on_terms(command: Decorated) -> Decorated:
    """Give a function the terms on which findings are accepted."""
    return _with(_TERMS, command)


def _with(options: tuple[Callable[[Decorated], Decorated], ...], command: Decorated) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command


def request_of(asked: Asked) -> "Request":
    """Return the request for the audit that is asked about."""
    from archlint.assembly import Request

    return Request(
        paths=asked["paths"],
        config=asked["config"],
        isolated=asked["isolated"],
        select=asked["select"],
        ignore=asked["ignore"],
        baseline=asked["baseline"],
    )


def audit_of(request: "Request") -> Audit:
    """Return the audit to go by, and tell what was assumed for it."""
    audit = judge(Path.cwd(), request)
    if audit.assumption:
        click.echo(audit.assumption, err=True)
    return audit


def terms_of(asked: Termed) -> Terms:
    """Return the terms on which findings are accepted."""
    until = asked["until"]
    return Terms(asked["reason"], asked["owner"], until.date() if until else None)
