"""What a shell offers behind the words on the command line."""

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

FILES = "file"
"""The kind of item that lets the shell offer what lies on the disk."""


def rules(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the rules of the book with their titles, behind those that stand before commas."""
    from archlint import rulebook

    before, comma, start = incomplete.rpartition(",")
    named = before.split(",")
    return [
        CompletionItem(f"{before}{comma}{page.name}", help=page.title)
        for page in rulebook.pages()
        if page.name.startswith(start) and page.name not in named
    ]


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
