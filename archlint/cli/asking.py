"""What all questions have in common: their options, and the program that they are about."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypedDict, TypeVar

import click

from archlint.cli.choosing import OneOf
from archlint.cli.judging import WrongUseError, read, read_layered

if TYPE_CHECKING:
    from archlint.assembly import Request
    from archlint.assembly.program import Program
    from archlint.checks import Reads
    from archlint.surveying.parts import UnknownNameError

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


class Form(StrEnum):
    """The forms that an answer can have."""

    TEXT = "text"
    JSON = "json"


class Meant(TypedDict):
    """What the command line says of the project that is meant."""

    path: Path | None
    config: Path | None
    isolated: bool


class Asked(Meant):
    """What the command line says beside the question itself."""

    output_format: str


WHICH_SETTINGS = (
    click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        envvar="ARCHLINT_CONFIG",
        help="Settings to use instead of those that are found going up.",
    ),
    click.option(
        "--isolated",
        is_flag=True,
        envvar="ARCHLINT_ISOLATED",
        help="Use no settings file, infer the architecture.",
    ),
)
PROJECT = (
    click.argument("path", required=False, type=click.Path(exists=True, path_type=Path)),
    *WHICH_SETTINGS,
)


def about_project(command: Decorated) -> Decorated:
    """Give a function what says which project is meant; its PATH is the last argument."""
    for option in reversed(PROJECT):
        command = option(command)
    return command


def in_form_of(forms: type[StrEnum]) -> Callable[[Decorated], Decorated]:
    """Return what gives a function the choice of a form, of which the first is the usual one."""
    return click.option(
        "--output-format",
        type=OneOf([form.value for form in forms]),
        default=next(iter(forms)).value,
        show_default=True,
        help="Form of the answer.",
    )


def asks(command: Decorated) -> Decorated:
    """Give a function the options of a question: the form of its answer, and the project."""
    return in_form_of(Form)(about_project(command))


def program_of(asked: Asked, reads: "Reads | None" = None) -> "Program":
    """Read the project that is asked about, which must have layers; its imports, if no more."""
    from archlint.checks import Reads

    return _told(read_layered(Path.cwd(), request_of(asked), reads or Reads.IMPORTS))


def flat_program_of(asked: Asked) -> "Program":
    """Read the imports of the project that is asked about, whether it has layers or not."""
    from archlint.checks import Reads

    return _told(read(Path.cwd(), request_of(asked), Reads.IMPORTS))


def request_of(asked: Asked) -> "Request":
    """Return the request for the project that is asked about."""
    return request_about(asked)


def request_about(asked: Meant) -> "Request":
    """Return the request for the project that is meant."""
    from archlint.assembly import Request

    paths = (asked["path"],) if asked["path"] else ()
    return Request(paths=paths, config=asked["config"], isolated=asked["isolated"])


def refuse(error: "UnknownNameError", kinds: str) -> NoReturn:
    """Say that a name stands for none of these kinds of thing, and which ones are near."""
    *others, last = error.near or ("",)
    names = f"{', '.join(others)} or {last}" if others else last
    hint = f"; did you mean {names}?" if names else ""
    raise WrongUseError(f"no {kinds} is named {error.name}{hint}") from error


def _told(found: "Program") -> "Program":
    """Say on standard error which layers were assumed of a program."""
    if found.settings.assumption and found.settings.architecture.layers:
        click.echo(found.settings.assumption, err=True)
    return found
