"""A report that goes to a file, as `--output FORMAT=FILE` says it."""

from dataclasses import dataclass
from pathlib import Path

import click

from archlint.cli.choosing import nearest
from archlint.reports import FORMATS, Format

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """A file and the form of the report that it gets."""

    form: Format
    file: Path


def parse_target(text: str) -> Target:
    """Return the target that a text names; raise BadParameter when it names none."""
    form, _, file = text.partition("=")
    if form not in FORMATS:
        known = f"known are {', '.join(FORMATS)}{nearest(form, FORMATS)}"
        raise click.BadParameter(f"{form!r} is no format, {known}")
    if not file:
        raise click.BadParameter(f"{text!r} names no file, write {form}=FILE")
    if file == STANDARD_OUTPUT:
        raise click.BadParameter(
            f"{text!r} names no file; --output-format {form} writes to standard output"
        )
    return Target(FORMATS[form], Path(file))


def distinct(
    _context: click.Context, _option: click.Parameter, targets: tuple[Target, ...]
) -> tuple[Target, ...]:
    """Return the targets; raise BadParameter where two reports would go to one file."""
    met: set[Path] = set()
    for target in targets:
        if target.file in met:
            raise click.BadParameter(f"{target.file} is named for two reports")
        met.add(target.file)
    return targets
