"""Choices: what is named where one of few names is asked for, the nearest one told for another."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    Choice = click.Choice[str]
else:
    Choice = click.Choice  # which is not generic before click 8.2


class OneOf(Choice):
    """One of some names; who gives another one is told which of them is nearest."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the name that was given; raise BadParameter where it is none of them."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            told = error.message.rstrip(".") + nearest(str(value), self.choices)
            raise click.BadParameter(told, ctx, param) from error


def nearest(given: str, names: Iterable[str]) -> str:
    """Return the hint that somebody may have meant another name, "" where none is near."""
    near = get_close_matches(given, names, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
