"""The terminal: what it can show, and what happens when nobody listens any more."""

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from io import TextIOWrapper
from json import dumps
from shutil import get_terminal_size
from typing import TextIO

import click


class Colour(StrEnum):
    """When a report is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def take_any_text(stream: TextIO) -> None:
    """Make the stream escape what its encoding cannot write, instead of failing."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def say(text: str) -> bool:
    """Write to standard output; a reader who has gone away changes nothing, not even the status.

    Return whether there is a reader. Raises ClickException where nothing can be written, such as
    on a full disk.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _turn_away()
        return False
    except OSError as error:
        _turn_away()
        raise click.ClickException(f"standard output: {error.strerror}") from error
    return True


def say_json(text: str) -> bool:
    """Write JSON to standard output, in JSON's own escapes where that cannot take UTF-8."""
    return say(text if _takes_utf8() else "".join(map(_in_ascii, text)))


def say_xml(text: str) -> bool:
    """Write XML to standard output, with references where that cannot take UTF-8."""
    return say(text if _takes_utf8() else text.encode("ascii", "xmlcharrefreplace").decode("ascii"))


def _takes_utf8() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _in_ascii(character: str) -> str:
    return character if character.isascii() else dumps(character)[1:-1]


def _turn_away() -> None:
    """Let what is still to be written go nowhere, so that the end of the process does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def columns(stream: TextIO) -> int | None:
    """Return how wide the terminal is, None where the stream is none: nobody counts there."""
    return get_terminal_size().columns if stream.isatty() else None


def shows_colour(wish: Colour, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour the stream: the wish decides, then FORCE_COLOR, then NO_COLOR."""
    if wish is not Colour.AUTO:
        return wish is Colour.ALWAYS
    if environment.get("FORCE_COLOR"):
        return True
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()
