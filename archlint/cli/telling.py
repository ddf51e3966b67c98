"""Tells one audit: on standard output and in the files that were asked for."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace

import click

from archlint.cli.console import Colour, say, say_json, shows_colour
from archlint.cli.target import Target
from archlint.model.audit import Audit
from archlint.reports import REPORTS, Format
from archlint.reports.manner import Manner, coloured


def tell(audit: Audit, form: Format, manner: Manner, colour: Colour) -> None:
    """Write the report to standard output."""
    if shows_colour(colour, sys.stdout, os.environ):
        manner = replace(manner, ink=coloured)
    (say_json if form is Format.JSON else say)(REPORTS[form](audit, manner))


def write(audit: Audit, targets: Iterable[Target], manner: Manner) -> None:
    """Write a report to each target, in UTF-8 and without colours."""
    for target in targets:
        report = REPORTS[target.form](audit, manner)
        try:
            target.file.write_text(report, encoding="utf-8", newline="\n")
        except OSError as error:
            raise click.UsageError(f"cannot write {target.file}: {error.strerror}") from error
