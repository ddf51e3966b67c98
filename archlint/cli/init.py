"""`archlint init`: finds the layers of a project, and writes settings for them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from archlint.cli.answering import INDENT, columns, indented, say_lines
from archlint.cli.choosing import OneOf
from archlint.cli.console import say
from archlint.cli.judging import attended
from archlint.cli.settings_file import (
    is_shared,
    refuse_second_settings,
    usual_target,
    write_settings,
)
from archlint.cli.verbs import SETTINGS
from archlint.model.finding import Severity

if TYPE_CHECKING:
    from archlint.assembly.proposing import Forecast, Proposal
    from archlint.surveying.unassigned import LooseFolder

STYLES = ("clean", "hexagonal", "onion", "ddd", "layered", "django")
_MOST_FOLDERS = 8


@click.command(context_settings=SETTINGS)
@click.option("--style", type=OneOf(STYLES), help="Look for the layers of this style alone.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print the settings.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write there, such as archlint.toml, instead of to pyproject.toml.",
)
def init(style: str | None, output: Path | None, *, dry_run: bool) -> int:
    """Find the layers of the project in this folder, and write settings for them.

    Layers are known by the usual names of folders, and by what their modules import and define. All
    that is found is told with its reason, and what the first check will say. What stands in
    pyproject.toml stays as it is; settings that are there already are never touched.

    Exit status: 0 done; 2 there are settings already, or no layers were found.
    """
    here = Path.cwd()
    target = output or usual_target(here)
    if not dry_run:
        refuse_second_settings(here, target, "init")
    proposal, forecast = _proposed(here, target, style)
    text = _text(proposal, target)
    lines = [*_account(proposal, forecast), *_outlook(forecast)]
    if dry_run:
        say(text)
        click.echo("\n".join(lines), err=True)
        return 0
    lines.append(f"wrote {write_settings(text, target)}; look it through, then run archlint")
    if forecast.audit.fails(Severity.ERROR):
        lines.append("archlint baseline create accepts for now what is found")
    say_lines(lines)
    return 0


def _proposed(here: Path, target: Path, style: str | None) -> tuple["Proposal", "Forecast"]:
    from archlint.assembly import Request

    def act(request: Request) -> tuple["Proposal", "Forecast"]:
        from archlint.assembly.proposing import forecast, propose
        from archlint.settings.styles import Style

        proposal = propose(here, request, Style(style) if style else None, target.name)
        return proposal, forecast(proposal, request)

    return attended(here, Request(isolated=True), act)


def _text(proposal: "Proposal", target: Path) -> str:
    from archlint.drafting.first_settings import as_own_file, as_shared_table

    first = proposal.first
    return as_shared_table(first) if is_shared(target) else as_own_file(first)


def _account(proposal: "Proposal", forecast: "Forecast") -> Iterator[str]:
    """Yield the layers with what speaks for them, and what is in none."""
    from archlint.drafting.telling import layers_told
    from archlint.reports.summary import counted

    first = proposal.first
    yield f"style {first.style}" + (
        f", domain model {first.domain_model}" * bool(first.domain_model)
    )
    yield from layers_told(first.prospect, forecast.sizes, get_terminal_size().columns)
    loose = forecast.loose
    if loose.folders:
        yield f"in no layer: {counted(loose.modules - loose.layered, 'module')}"
    yield from indented(columns(map(_row, loose.folders[:_MOST_FOLDERS])))
    if len(loose.folders) > _MOST_FOLDERS:
        yield f"    and {len(loose.folders) - _MOST_FOLDERS} more folders"


def _row(folder: "LooseFolder") -> tuple[str, ...]:
    importers = f"imported by {folder.importers}" if folder.importers else ""
    return f"{folder.folder or '.'}/", str(len(folder.modules)), importers


def _outlook(forecast: "Forecast") -> Iterator[str]:
    """Yield what the first check will say."""
    from archlint.reports.summary import summary

    audit = forecast.audit
    yield "the first check will say:"
    yield from indented(wrap(summary(audit), get_terminal_size().columns - len(INDENT)))
    counts = Counter((finding.rule, finding.severity or Severity.ERROR) for finding in audit.new())
    order = sorted(counts, key=lambda each: (-counts[each], each))
    yield from indented(columns((str(counts[x]), x[0], x[1]) for x in order))
    yield f"and exit with status {int(audit.fails(Severity.ERROR))}"
