"""`archlint rules`: lists the rule book."""

import sys
from enum import StrEnum
from typing import Unpack

import click

from archlint import rulebook
from archlint.cli.asking import Meant, about_project, request_about
from archlint.cli.choosing import OneOf
from archlint.cli.console import columns, say, say_json
from archlint.cli.judging import own_pages
from archlint.cli.verbs import SETTINGS
from archlint.reports.wrapping import wrapped


class Listing(StrEnum):
    """The forms that the list can have."""

    TEXT = "text"
    JSON = "json"


@click.command(context_settings=SETTINGS)
@click.option(
    "--output-format",
    type=OneOf([form.value for form in Listing]),
    default=Listing.TEXT.value,
    show_default=True,
    help="Form of the list.",
)
@about_project
def rules(output_format: str, **asked: Unpack[Meant]) -> None:
    """List the rules with their default severities, own rules of the project last.

    PATH lies in the project, which is otherwise that of the current folder.
    """
    pages = (*rulebook.pages(), *own_pages(request_about(asked)))
    if Listing(output_format) is Listing.JSON:
        say_json(_json(pages))
    else:
        say(_table(pages))


def _table(pages: tuple[rulebook.Page, ...]) -> str:
    """Return a line for each rule; on a narrow terminal, titles go on below where they began."""
    name = max((len(page.name) for page in pages), default=0)
    weight = max((len(page.severity) for page in pages), default=0)
    width = columns(sys.stdout)
    lines = []
    for page in pages:
        first = f"{page.name:{name}}  {page.severity:{weight}}  "
        lines += wrapped(page.title, width, first, " " * len(first))
    return "".join(f"{line}\n" for line in lines)


def _json(pages: tuple[rulebook.Page, ...]) -> str:
    import msgspec

    listed = {"schema": "archlint/rules@1", "rules": [_record(page) for page in pages]}
    return msgspec.json.format(msgspec.json.encode(listed), indent=2).decode("utf-8") + "\n"


def _record(page: rulebook.Page) -> dict[str, object]:
    return {
        "name": page.name,
        "title": page.title,
        "severity": page.severity.value,
        "about": page.serves,
        "layers": page.layers,
        "roles": page.roles,
        "since": page.since,
        "options": {
            option.name: {"default": option.default, "about": option.about}
            for option in page.options
        },
    }
