"""`archlint show unused`: what the settings say in vain."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Unpack

import click

from archlint.checks import Reads
from archlint.cli.answering import columns, say_json, say_lines
from archlint.cli.asking import Asked, Form, asks, program_of
from archlint.cli.show.heading import headed
from archlint.cli.verbs import SETTINGS
from archlint.reports.summary import counted
from archlint.surveying.unused import ARROW, Unused, UnusedKind, survey_unused


@click.command(
    context_settings=SETTINGS, short_help="Settings that match nothing, ways never gone."
)
@asks
def unused(**asked: Unpack[Asked]) -> None:
    """Show settings that match nothing, and what layers may do but never do.

    PATH lies in the project, which is otherwise that of the current folder.
    """
    from archlint.assembly import findings_of

    read = program_of(asked, Reads.STRUCTURE)
    is_measured = bool(read.codebase.architecture.allowances)
    findings = findings_of(read) if is_measured else ()
    found = survey_unused(read.codebase, findings, read.settings.library_places)
    if Form(asked["output_format"]) is Form.JSON:
        say_json(headed("unused", {"unused": [_record(each) for each in found]}))
    else:
        say_lines(_lines(found))


def _lines(found: Sequence[Unused]) -> Iterator[str]:
    yield from columns(_rows(found))
    in_vain = sum(1 for each in found if each.kind is not UnusedKind.DIRECTION)
    ways = len(found) - in_vain
    permitted = counted(ways, "permitted direction")
    yield f"{in_vain} of the settings unused, {permitted} without an import"


def _rows(found: Sequence[Unused]) -> Iterator[Sequence[str]]:
    """Yield a row for each, the ways out of one layer in one."""
    for _, group in groupby(found, key=_subject):
        first, *others = group
        what = ", ".join([first.what, *(each.what.partition(ARROW)[2] for each in others)])
        yield _row(replace(first, what=what))


def _subject(each: Unused) -> tuple[str, str]:
    is_way = each.kind is UnusedKind.DIRECTION
    return each.kind, each.what.partition(ARROW)[0] if is_way else each.what


def _row(each: Unused) -> Sequence[str]:
    place = f"{each.place.path}:{each.place.line}" if each.place else ""
    return each.kind, each.what, each.why, place


def _record(each: Unused) -> dict[str, object]:
    return {
        "kind": each.kind.value,
        "what": each.what,
        "why": each.why,
        "path": each.place.path if each.place else None,
        "line": each.place.line if each.place else None,
    }
