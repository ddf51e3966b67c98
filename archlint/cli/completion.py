"""What a shell offers behind the words on the command line."""

from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from io import StringIO
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from archlint.rulebook import Page

FILES = "file"
"""The kind of item that lets the shell offer what lies on the disk."""


def rules(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return all rules with their titles, behind those that stand before commas."""
    from archlint import rulebook

    before, comma, start = incomplete.rpartition(",")
    named = before.split(",")
    return [
        CompletionItem(f"{before}{comma}{page.name}", help=page.title)
        for page in (*rulebook.pages(), *_own_pages(context))
        if page.name.startswith(start) and page.name not in named
    ]


def _own_pages(context: click.Context) -> "tuple[Page, ...]":
    """Return the pages of own rules, none where they cannot be had; their files are run quietly."""
    from archlint.assembly import Request
    from archlint.cli.judging import WrongUseError, own_pages

    config, isolated = context.params.get("config"), context.params.get("isolated")
    with redirect_stdout(StringIO()), suppress(WrongUseError):
        return own_pages(Request(config=config, isolated=bool(isolated)))
    return ()


def targets(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the formats that a report in a file can have."""
    from archlint.reports import FORMATS

    return [CompletionItem(f"{name}=") for name in FORMATS if name.startswith(incomplete)]


def options(command: click.Command, incomplete: str) -> Iterator[CompletionItem]:
    """Yield the options of a command."""
    for parameter in command.params:
        for name in (*parameter.opts, *parameter.secondary_opts):
            if isinstance(parameter, click.Option) and name.startswith(incomplete):
                yield CompletionItem(name, help=parameter.help)
