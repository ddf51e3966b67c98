"""The configuration of another tool, found in a folder and parsed, and what is wrong with it."""

import re
from collections.abc import Callable, Iterator, Mapping
from configparser import ConfigParser
from configparser import Error as ConfigParserError
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import tomli


class Peer(StrEnum):
    """A tool that archlint can take over from."""

    IMPORT_LINTER = "import-linter"
    TACH = "tach"
    DEPLY = "deply"


class BrokenConfigurationError(Exception):
    """A configuration that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a peer's file says; `content` is the part that concerns the peer, as it was parsed.

    import-linter's options are read by its own reader, so that their `content` stays empty.
    """

    peer: Peer
    file: str
    text: str = ""
    content: Mapping[str, Any] | None = None

    def line(self, *needles: str) -> int:
        """Return the line of the last needle, each looked for behind the one before; or 1."""
        at = 0
        for needle in needles:
            found = re.compile(needle, re.MULTILINE).search(self.text, at)
            at = found.end() if found else at
        return self.text.count("\n", 0, at) + 1

    def wrong(self, message: str, *needles: str) -> BrokenConfigurationError:
        """Return the error that tells what is wrong where the last needle stands."""
        return BrokenConfigurationError(f"{self.file}:{self.line(*needles)}:1: {message}")


TextOf = Callable[[str], str | None]
"""Gives what a file of the folder says, None where there is none."""


def find(text_of: TextOf) -> Iterator[Configuration]:
    """Yield the configurations of a folder, one for each peer that has one.

    Raises BrokenConfigurationError where a file is not in the form that its name promises.
    """
    for peer, candidates in _CANDIDATES.items():
        for file, read in candidates.items():
            text = text_of(file)
            if text is not None and (found := read(peer, file, text)):
                yield found
                break


def _toml(peer: Peer, file: str, text: str) -> Configuration:
    return Configuration(peer, file, text, parsed_toml(file, text))


def _pyproject(peer: Peer, file: str, text: str) -> Configuration | None:
    table = peer.value.replace("-", "")
    if f"tool.{table}" not in text:
        return None
    content = parsed_toml(file, text).get("tool", {}).get(table)
    if not content:
        return None
    found = Configuration(peer, file, text, content)
    if not isinstance(content, dict):
        raise found.wrong(f"tool.{table} is not a table", rf"^.*\b{table}\b")
    return found


def _ini(peer: Peer, file: str, text: str) -> Configuration | None:
    """Return a file that speaks of import-linter, also where that cannot be read."""
    parser = ConfigParser()
    try:
        parser.read_string(text)
    except ConfigParserError:
        is_there = "importlinter" in text
    else:
        is_there = "importlinter" in parser
    return Configuration(peer, file, text) if is_there else None


def parsed_toml(file: str, text: str) -> dict[str, Any]:
    """Return what a TOML text says; raise BrokenConfigurationError where it is none."""
    try:
        return tomli.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomli.TOMLDecodeError as error:
        message = f"{file}:{error.lineno}:{error.colno}: {error.msg}"
        raise BrokenConfigurationError(message) from None


def _yaml(peer: Peer, file: str, text: str) -> Configuration:
    try:
        import yaml
    except ImportError:
        message = f"{file}:1:1: reading it takes PyYAML: install archlint[yaml]"
        raise BrokenConfigurationError(message) from None
    try:
        content = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        message = f"{file}:{place}: {error.problem or 'is not YAML'}"
        raise BrokenConfigurationError(message) from None
    inner = content.get(peer.value, content) if isinstance(content, dict) else None
    if not isinstance(inner, dict):
        raise BrokenConfigurationError(f"{file}:1:1: is not a mapping of keys to values")
    return Configuration(peer, file, text, inner)


_CANDIDATES: Mapping[Peer, Mapping[str, Callable[[Peer, str, str], Configuration | None]]] = {
    Peer.IMPORT_LINTER: {"setup.cfg": _ini, ".importlinter": _ini, "pyproject.toml": _pyproject},
    Peer.TACH: {
        "tach.toml": _toml,
        "tach.yml": _yaml,
        "tach.yaml": _yaml,
        "pyproject.toml": _pyproject,
    },
    Peer.DEPLY: {"deply.yaml": _yaml, "deply.yml": _yaml, "pyproject.toml": _pyproject},
}
