"""Lets a baseline change, and says what the user has to mend where it cannot."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from archlint.cli.judging import WrongUseError
from archlint.model.audit import Audit
from archlint.model.baseline.entries import Terms

if TYPE_CHECKING:
    from archlint.assembly import Request
    from archlint.baseline.folder import Folder

Answer = TypeVar("Answer")


def baseline(request: "Request") -> "Folder":
    """Return where the baseline is, or would be."""
    from archlint.assembly.request import baseline_of

    return baseline_of(Path.cwd(), request)


def existing(request: "Request") -> "Folder":
    """Return the baseline; raise WrongUseError where there is none."""
    kept = baseline(request)
    if kept.exists:
        return kept
    raise WrongUseError(f"{kept.name}: there is no baseline; archlint baseline create makes one")


def accepting(audit: Audit, request: "Request", terms: Terms) -> Audit:
    """Take the new findings of an audit into the baseline, and say what was left out."""
    from archlint.assembly.accepting import accept

    kept = baseline(request)
    found = written(kept, lambda: accept(audit, kept, terms))
    if number := len(found.new()):
        reason = "layers that take no baseline, or with names that cannot be written"
        click.echo(f"note: {number} left as new: in {reason}", err=True)
    return found


def written(kept: "Folder", act: Callable[[], Answer]) -> Answer:
    """Change a baseline; raise WrongUseError where it cannot be written."""
    try:
        return act()
    except OSError as error:
        place = error.filename or kept.name
        raise WrongUseError(f"{place}: cannot be written: {error.strerror}") from error
