"""`archlint explain FINDING`: explains one finding of the project, by its identity."""

import os
import sys
from pathlib import Path
from shutil import get_terminal_size

from archlint.assembly import audited, project_folder
from archlint.assembly.program import Program
from archlint.cli.answering import say_json
from archlint.cli.asking import Asked, Form, request_of
from archlint.cli.console import Colour, say, shows_colour
from archlint.cli.judging import WrongUseError, attended
from archlint.cli.run import text_of
from archlint.cli.source_lines import SourceLines
from archlint.reports.explanation import Law, explained
from archlint.reports.manner import Manner, coloured, plain
from archlint.reports.records import record
from archlint.surveying.explaining import Explanation, explanation
from archlint.surveying.identities import UnknownIdentityError, with_identity


def tell_finding(digits: str, asked: Asked) -> None:
    """Judge the project and tell of the finding whose identity begins with these digits."""
    request = request_of(asked)
    here = Path.cwd()
    read, audit = attended(here, request, lambda asked: audited(here, asked))
    try:
        finding = with_identity(audit.findings, digits)
    except UnknownIdentityError as error:
        raise WrongUseError(f"{error}; `archlint check` prints them") from error
    found = explanation(read.codebase, finding)
    if Form(asked["output_format"]) is Form.JSON:
        say_json(_record(found))
        return
    text = text_of(audit, finding.rule)
    law = Law(text.title, text.opening("What it finds"), text.opening("When to allow it"))
    manner = _manner(SourceLines(project_folder(here, request)))
    say(explained(found, law, _prefix(read), manner))


def _prefix(read: Program) -> str:
    """Return how the names of tables begin in the settings that the project has or would have."""
    file = read.settings.file
    return "tool.archlint." if file is None or file.name == "pyproject.toml" else ""


def _manner(source_line: SourceLines) -> Manner:
    ink = coloured if shows_colour(Colour.AUTO, sys.stdout, os.environ) else plain
    width = get_terminal_size().columns if sys.stdout.isatty() else None
    return Manner(source_line, ink=ink, width=width)


def _record(found: Explanation) -> dict[str, object]:
    precedent = found.precedent
    return {
        "schema": "archlint/explanation@1",
        "finding": record(found.finding),
        "standing": found.standing,
        "precedent": {
            "path": precedent.place.path,
            "line": precedent.place.line,
            "text": precedent.text,
        }
        if precedent
        else None,
        "allowance": {
            "rule": found.permit.rule,
            "from": found.permit.source,
            "to": found.permit.target,
        },
    }
