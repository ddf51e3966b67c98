"""A report that goes to a file, as `--output FORMAT=FILE` says it."""

from dataclasses import dataclass
from pathlib import Path

import click

from archlint.reports import Format


@dataclass(frozen=True, slots=True)
class Target:
    """A file and the form of the report that it gets."""

    form: Format
    file: Path


def parse_target(text: str) -> Target:
    """Return the target that a text names; raise BadParameter when it names none."""
    form, _, file = text.partition("=")
    if form not in {*Format}:
        raise click.BadParameter(f"{form!r} is no format, known are {', '.join(Format)}")
    if not file:
        raise click.BadParameter(f"{text!r} names no file, write {form}=FILE")
    return Target(Format(form), Path(file))
