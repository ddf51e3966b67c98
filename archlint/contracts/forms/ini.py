"""What is wrong with the form of an INI text, in words of the text."""

import configparser
import re

from archlint.contracts.forms.faults import Fault
from archlint.contracts.places import option_position

_UNCLOSED = re.compile(r"^\[[^\]\n]*$", re.MULTILINE)
_UNCLOSED_OWN = re.compile(r"^\[importlinter\b[^\]\n]*$", re.MULTILINE)


def ini_fault(text: str, error: Exception) -> Fault | None:
    """Return what a parser met, None where it is nothing of the form."""
    if not isinstance(error, configparser.Error):
        return None
    if isinstance(error, configparser.InterpolationError):
        reason = f"{error.option} in [{error.section}] has a % that stands for itself; write %%"
        return Fault(reason, option_position(text, error.section, error.option))
    return _unclosed(text, _UNCLOSED) or _met(text, error)


def unclosed_own(text: str) -> Fault | None:
    """Return the first section of import-linter whose name has no end.

    Where a colon is in it, the parser takes it for an option of the section above.
    """
    return _unclosed(text, _UNCLOSED_OWN)


def _unclosed(text: str, section: re.Pattern[str]) -> Fault | None:
    found = section.search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return Fault(f"the section {found[0].strip()!r} has no ] at its end", (line, 1))


def _met(text: str, error: configparser.Error) -> Fault | None:
    match error:
        case configparser.DuplicateOptionError():
            reason = f"{error.option} is written twice in [{error.section}]"
            return Fault(reason, (error.lineno or 1, 1))
        case configparser.DuplicateSectionError():
            return Fault(f"[{error.section}] is written twice", (error.lineno or 1, 1))
        case configparser.MissingSectionHeaderError():
            reason = f"{_line(text, error.lineno)} stands above all sections"
            return Fault(reason, (error.lineno, 1))
        case configparser.ParsingError(errors=[(number, _), *_]):
            reason = f"{_line(text, number)} is neither a section nor an option with its value"
            return Fault(reason, (number, 1))
    return None


def _line(text: str, number: int) -> str:
    return f"the line {text.splitlines()[number - 1].strip()!r}"
