"""Tells one audit: on standard output and in the files that were asked for."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from archlint.cli.console import Colour, columns, say, say_json, say_xml, shows_colour
from archlint.cli.hyperlinks import file_link, rule_link, shows_links
from archlint.cli.target import Target
from archlint.model.audit import Audit
from archlint.reports import Format, Script
from archlint.reports.manner import Manner, coloured

OwnPages = Callable[[], Mapping[str, Path]]
VOICES = {Script.JSON: say_json, Script.XML: say_xml}


def tell(audit: Audit, form: Format, manner: Manner) -> None:
    """Write the report to standard output."""
    VOICES.get(form.script, say)(form.tell(audit, manner))


def write(audit: Audit, targets: Iterable[Target], manner: Manner) -> Iterator[str]:
    """Write a report to each target, in UTF-8 and without colours; yield which ones failed."""
    for target in targets:
        report = target.form.tell(audit, manner)
        try:
            target.file.write_text(report, encoding="utf-8", newline="\n")
        except OSError as error:
            yield f"cannot write {target.file}: {error.strerror}"


def for_terminal(manner: Manner, colour: Colour, folder: Path, own: OwnPages) -> Manner:
    """Return the manner for standard output: what it can show, of a project in a folder.

    `own` returns the pages of own rules, which are wanted only where links are shown.
    """
    if shows_colour(colour, sys.stdout, os.environ):
        manner = replace(manner, ink=coloured)
    if shows_links(sys.stdout, os.environ):
        manner = replace(manner, to_rule=rule_link(own()), to_file=file_link(folder, os.environ))
    return replace(manner, width=columns(sys.stdout))
