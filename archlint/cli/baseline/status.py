"""`archlint baseline status`: what a baseline holds, and how that fares."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Unpack

import click

from archlint.cli.accepting import existing
from archlint.cli.answering import columns, indented, say_json, say_lines
from archlint.cli.asking import Form, in_form_of
from archlint.cli.baseline.asking import Asked, about_baseline, audit_of, request_of
from archlint.cli.comparison import balance, fault_status, faults
from archlint.cli.verbs import SETTINGS
from archlint.model.audit import Audit
from archlint.model.baseline.delta import Cover, Delta
from archlint.model.baseline.entries import Entry, entry_of

SCHEMA = "archlint/baseline@1"
SOON = timedelta(days=30)
NOBODY = "nobody"


class Told(Asked):
    """What status is told."""

    output_format: str


@click.command(context_settings=SETTINGS, short_help="What it holds, and how that fares.")
@in_form_of(Form)
@about_baseline
def status(**asked: Unpack[Told]) -> int:
    """Tell how many entries there are by rule and owner, and which are stale, moved or ending.

    Exit status: 0 told, 2 wrong use, or entries that cannot be read.
    """
    request = request_of(asked)
    existing(request)
    audit = audit_of(request)
    delta = audit.baseline or Delta()
    if Form(asked["output_format"]) is Form.JSON:
        say_json({"schema": SCHEMA, **_record(audit, delta)})
    else:
        say_lines(_lines(audit, delta))
    for fault in faults(audit):
        click.echo(fault, err=True)
    return fault_status(audit)


def _lines(audit: Audit, delta: Delta) -> Iterator[str]:
    yield balance(delta, len(audit.new()))
    held = list(_held(delta))
    yield from _counts("by rule", (entry.rule for entry in held))
    if any(entry.owner for entry in held):
        yield from _counts("by owner", (entry.owner or NOBODY for entry in held))
    yield from _listed("ending within 30 days", map(_ending, _soon(delta)))
    yield from _listed("expired", (_ending(cover.entry) for cover in delta.expired))
    yield from _listed("stale", (_told(entry) for entry in delta.fixed))
    yield from _listed("moved", map(_moved, delta.moved))


def _held(delta: Delta) -> Iterator[Entry]:
    """Yield the entries whose finding is still there."""
    for cover in (*delta.left, *delta.moved, *delta.expired):
        yield cover.entry


def _soon(delta: Delta) -> Iterator[Entry]:
    last = date.today() + SOON  # noqa: DTZ011 - the day of whoever asks
    for cover in (*delta.left, *delta.moved):
        if cover.entry.until and cover.entry.until <= last:
            yield cover.entry


def _counts(heading: str, names: Iterable[str]) -> Iterator[str]:
    counted = sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))
    if counted:
        yield f"{heading}:"
        yield from indented(columns((f"{number:5}", name) for name, number in counted))


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = sorted(lines)
    if found:
        yield f"{heading}:"
        yield from indented(found)


def _told(entry: Entry) -> str:
    return f"{entry.path}: {entry.described}"


def _moved(cover: Cover) -> str:
    return f"{_told(cover.entry)} -> {_told(entry_of(cover.finding))}"


def _ending(entry: Entry) -> str:
    owner = f", {entry.owner}" if entry.owner else ""
    return f"{entry.until}{owner}: {_told(entry)}"


def _record(audit: Audit, delta: Delta) -> dict[str, object]:
    return {
        "folder": delta.folder,
        "entries": delta.size,
        "new": len(audit.new()),
        "left": [_entry(cover.entry) for cover in delta.left],
        "moved": [{**_entry(cover.entry), "now": cover.finding.identity} for cover in delta.moved],
        "fixed": [_entry(entry) for entry in delta.fixed],
        "expired": [_entry(cover.entry) for cover in delta.expired],
        "faults": [str(fault) for fault in delta.faults],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "identity": entry.identity,
        "rule": entry.rule,
        "path": entry.path,
        "module": entry.module,
        "symbol": entry.symbol,
        "target": entry.target,
        "reason": entry.reason,
        "owner": entry.owner,
        "until": entry.until.isoformat() if entry.until else None,
    }
