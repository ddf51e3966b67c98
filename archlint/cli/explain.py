"""`archlint explain`: prints the page of a rule, or explains one finding of the project."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Unpack

import click

from archlint import rulebook
from archlint.cli import completion
from archlint.cli.asking import Asked, Form, asks, request_of
from archlint.cli.console import Colour, columns, say, shows_colour
from archlint.cli.judging import own_pages
from archlint.cli.page_text import fitted
from archlint.cli.verbs import SETTINGS
from archlint.reports.manner import coloured, plain
from archlint.surveying.identities import is_identity


@click.command(context_settings=SETTINGS)
@click.argument("subject", metavar="RULE|FINDING", shell_complete=completion.rules)
@asks
def explain(subject: str, **asked: Unpack[Asked]) -> None:
    """Tell what a rule finds, why it matters, and how to mend what it finds.

    With the first digits of a finding's identity, which reports print, tell of that finding: the
    rule in the words of this project, the chain, how others here solved it, and what would allow
    it. PATH lies in the project, which is otherwise that of the current folder.
    """
    if is_identity(subject):
        from archlint.cli.explain_finding import tell_finding

        tell_finding(subject, asked)
        return
    page = _page(subject, asked)
    if Form(asked["output_format"]) is Form.JSON:
        from archlint.cli.answering import say_json

        say_json(_record(page))
    else:
        say(_fitted("\n".join([*_heading(page), "", page.body])))


def _page(name: str, asked: Asked) -> rulebook.Page:
    """Return the page of a rule: of the book, which needs no project, or of an own rule."""
    with suppress(rulebook.UnknownRuleError):
        return rulebook.page(name)
    own = {page.name: page for page in own_pages(request_of(asked))}
    if name not in own:
        names = (*own, *(page.name for page in rulebook.pages()))
        raise click.UsageError(str(rulebook.UnknownRuleError(name, names)))
    return own[name]


def _fitted(text: str) -> str:
    """Return the page as the terminal can show it, as it is for a file."""
    width = columns(sys.stdout)
    if width is None:
        return text
    ink = coloured if shows_colour(Colour.AUTO, sys.stdout, os.environ) else plain
    return fitted(text, width, ink)


def _heading(page: rulebook.Page) -> Iterator[str]:
    yield f"# {page.name}: {page.title}"
    yield ""
    yield f"{page.severity}, about {page.serves}, since {page.since}"
    if page.graver_in:
        yield f"one level graver under style {' or '.join(page.graver_in)}"
    if page.layers:
        yield f"looks at layers: {', '.join(page.layers)}"
    if page.roles:
        yield f"looks at classes: {', '.join(page.roles)}"


def _record(page: rulebook.Page) -> dict[str, object]:
    return {
        "schema": "archlint/rule@1",
        "name": page.name,
        "title": page.title,
        "about": page.serves,
        "severity": page.severity.value,
        "since": page.since,
        "layers": page.layers,
        "roles": page.roles,
        "options": {option.name: option.default for option in page.options},
        "text": page.body,
    }
