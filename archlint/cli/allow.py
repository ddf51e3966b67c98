"""`archlint allow`: writes down that a finding may stay, and why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from archlint.cli.answering import say_lines
from archlint.cli.judging import WrongUseError, attended
from archlint.cli.verbs import SETTINGS
from archlint.model.finding import Finding, State
from archlint.reports.printable import printable
from archlint.reports.summary import counted

if TYPE_CHECKING:
    from archlint.assembly.allowing import Change
    from archlint.assembly.program import Program


class Given(TypedDict):
    """What the command line says, as click hands it over."""

    findings: tuple[str, ...]
    because: str
    until: date | None
    settings: bool
    dry_run: bool
    config: Path | None
    isolated: bool


def _reason(_context: click.Context, _option: click.Parameter, text: str) -> str:
    """Return the reason as one line."""
    reason = " ".join(text.split())
    if not reason:
        raise click.BadParameter("the reason is empty")
    return reason


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date; write 2027-03-01") from None
    if day < date.today():  # noqa: DTZ011 - the calendar of whoever runs this
        raise click.BadParameter(f"{text} is over")
    return day


@click.command(context_settings=SETTINGS)
@click.argument("findings", nargs=-1, required=True, metavar="FINDING...")
@click.option("--because", required=True, callback=_reason, help="Why it may stay.")
@click.option("--until", callback=_day, metavar="DATE", help="The last day on which it may.")
@click.option("--settings", is_flag=True, help="Write to the settings instead of the code.")
@click.option("--dry-run", is_flag=True, help="Write nothing, tell what would be written.")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="ARCHLINT_CONFIG",
    help="Settings to use instead of those that are found going up.",
)
@click.option(
    "--isolated",
    is_flag=True,
    envvar="ARCHLINT_ISOLATED",
    help="Use no settings file, infer the architecture.",
)
def allow(**given: Unpack[Given]) -> None:
    """Allow findings of the project in the current folder, with the reason.

    FINDING is how the identity of a finding begins, as `archlint check` tells it. A comment is
    written at the line of each finding, or with --settings a table; nothing else changes.
    """
    from archlint.assembly import Request, audited

    here = Path.cwd()
    request = Request(config=given["config"], isolated=given["isolated"])
    read, audit = attended(here, request, lambda asked: audited(here, asked))
    findings = [*_wanted(audit.findings, given["findings"])]
    changes = _changes(read, findings, given) if findings else ()
    if not given["dry_run"]:
        for change in changes:
            _write(change)
    say_lines(_account(changes, is_dry=given["dry_run"]))


def _wanted(findings: Sequence[Finding], digits: Iterable[str]) -> Iterator[Finding]:
    """Yield each finding that is meant and not allowed yet, once."""
    from archlint.surveying.identities import UnknownIdentityError, is_identity, with_identity

    told = set()
    for text in digits:
        if not is_identity(text):
            raise click.UsageError(f"{text!r} is no identity of a finding, such as 2d96f8fd")
        try:
            finding = with_identity(findings, text)
        except UnknownIdentityError as error:
            raise WrongUseError(f"{error}; `archlint check` prints them") from error
        if finding.identity in told:
            continue
        told.add(finding.identity)
        if finding.state is State.ALLOWED:
            told_why = f"{finding.place}: {finding.rule} is allowed already: {finding.excuse}"
            click.echo(printable(told_why), err=True)
        else:
            yield finding


def _changes(read: "Program", findings: Sequence[Finding], given: Given) -> "tuple[Change, ...]":
    from archlint.assembly.allowing import CannotAllowError, by_comments, by_settings
    from archlint.sources.annotating import Terms

    terms = Terms(given["because"], given["until"])
    try:
        if given["settings"]:
            return (by_settings(read, findings, terms),)
        return by_comments(read, findings, terms)
    except CannotAllowError as error:
        raise WrongUseError(str(error)) from error


def _write(change: "Change") -> None:
    try:
        change.file.write_bytes(change.content)
    except OSError as error:
        raise WrongUseError(f"cannot write {change.path}: {error.strerror}") from error


def _account(changes: "Iterable[Change]", *, is_dry: bool) -> Iterator[str]:
    """Yield the lines that are new, and how many there are in how many files."""
    lines = [(change.path, *line) for change in changes for line in change.written]
    for path, number, text in lines:
        yield printable(f"{path}:{number}: {text}")
    files = counted(len({path for path, *_ in lines}), "file")
    verb = "would write" if is_dry else "wrote"
    yield f"{verb} {counted(len(lines), 'line')} in {files}"
