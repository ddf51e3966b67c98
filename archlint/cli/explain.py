"""`archlint explain`: prints the page of a rule."""

from collections.abc import Iterator

import click

from archlint import rulebook
from archlint.cli.console import say
from archlint.cli.verbs import SETTINGS


@click.command(context_settings=SETTINGS)
@click.argument("rule")
def explain(rule: str) -> None:
    """Tell what a rule finds, why it matters, and how to mend what it finds."""
    try:
        page = rulebook.page(rule)
    except rulebook.UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    say("\n".join([*_heading(page), "", page.body]))


def _heading(page: rulebook.Page) -> Iterator[str]:
    yield f"# {page.name}: {page.title}"
    yield ""
    yield f"{page.severity}, about {page.serves}, since {page.since}"
    if page.layers:
        yield f"looks at layers: {', '.join(page.layers)}"
    if page.roles:
        yield f"looks at classes: {', '.join(page.roles)}"
