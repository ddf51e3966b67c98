"""Has a project judged, and says what the user has to mend where that cannot be done."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from archlint.cli.progress import progress_on
from archlint.cli.verbs import SHORT_HELP
from archlint.model.audit import Audit
from archlint.model.faults import ArchlintError

if TYPE_CHECKING:
    from archlint.assembly import Request
    from archlint.assembly.program import Program
    from archlint.checks import Reads
    from archlint.rulebook import Page

Answer = TypeVar("Answer")


class WrongUseError(click.ClickException):
    """What the user has to mend, one thing a line, told plainly so that an editor can parse it."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell it on standard error."""
        click.echo(self.message, err=True, file=file)


def judge(here: Path, request: "Request", *, quietly: bool = False) -> Audit:
    """Return the audit of the project around a folder; raise WrongUseError where there is none.

    A person at a terminal sees how far it is, unless it is done quietly.
    """
    from archlint.assembly import audit

    return attended(here, request, lambda asked: audit(here, asked), quietly=quietly)


def read(here: Path, request: "Request", reads: "Reads") -> "Program":
    """Return the project around a folder, not judged; raise WrongUseError where there is none."""
    from archlint.assembly import program_of

    return attended(here, request, lambda asked: program_of(here, asked, reads))


def read_layered(here: Path, request: "Request", reads: "Reads") -> "Program":
    """Return the project as `read` does; raise WrongUseError where it has no layers, too."""
    from archlint.assembly import layered, program_of

    return attended(here, request, lambda asked: layered(program_of(here, asked, reads)))


def own_pages(request: "Request") -> "tuple[Page, ...]":
    """Return the pages of the own rules of a project; raise WrongUseError for unusable ones."""
    from archlint.assembly.request import chapters

    here = Path.cwd()
    found = tried(here, request, lambda: chapters(here, request))
    return tuple(page for chapter in found for page in chapter.pages)


def attended(
    here: Path, request: "Request", act: Callable[["Request"], Answer], *, quietly: bool = False
) -> Answer:
    """Return what an act gives as `tried` does, while a person at a terminal sees how far it is."""
    with progress_on(sys.stderr, os.environ, is_wanted=not quietly) as line:
        shown = replace(request, progress=line)
        return tried(here, shown, lambda: act(shown))


def tried(here: Path, request: "Request", act: Callable[[], Answer]) -> Answer:
    """Return what an act gives; raise WrongUseError for what the user has to mend."""
    from archlint.assembly import project_folder

    try:
        if faults := list(_faults(project_folder(here, request), request.paths)):
            raise WrongUseError("\n".join(faults))
        return act()
    except ArchlintError as error:
        raise WrongUseError(str(error)) from error


def _faults(folder: Path, paths: tuple[Path, ...]) -> Iterator[str]:
    for path in paths:
        if not path.exists():
            verb = path == paths[0] and get_close_matches(str(path), SHORT_HELP, n=1)
            hint = f"; did you mean the verb {verb[0]}?" if verb else ""
            yield f"{path}: no such file or folder{hint}"
        elif not path.resolve().is_relative_to(folder.resolve()):
            yield f"{path}: lies outside the project, which is {folder}"
