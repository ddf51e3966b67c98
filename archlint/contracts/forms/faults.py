"""One thing that is wrong with the form of options, and the values that it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archlint.contracts.places import Position


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where."""

    reason: str
    position: Position


def described(value: object) -> str:
    """Say what a value is, in words of the file that it stands in."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, str) else str(value)


def are_texts(value: object) -> bool:
    """Whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def odd_option(options: Mapping[str, Any]) -> str:
    """Say which option is neither a text nor a list of texts, "" where each is."""
    for key, value in options.items():
        if isinstance(value, list) and not are_texts(value):
            stranger = next(each for each in value if not isinstance(each, str))
            return f"{key} is a list with {described(stranger)} in it, not a list of texts"
        if not isinstance(value, str | list):
            return f"{key} is {described(value)}, not a text or a list of texts"
    return ""
