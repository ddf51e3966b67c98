"""Links in a terminal: which terminals follow them, and where they lead."""

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from archlint import rulebook
from archlint.reports.manner import Link, unlinked

FORCE = "FORCE_HYPERLINK"
REFUSE = "NO_HYPERLINK"
# Terminals that are known to follow such links say who they are in one of these; there is no way
# to ask a terminal, and one that knows no links may show their addresses.
PROGRAMS = frozenset({"ghostty", "Hyper", "iTerm.app", "rio", "Tabby", "vscode", "WezTerm"})
TERMS = frozenset({"alacritty", "foot", "xterm-ghostty", "xterm-kitty"})
SIGNS = ("DOMTERM", "KONSOLE_VERSION", "WT_SESSION")
FIRST_VTE = 5000
KNOW_LINES = frozenset({"vscode"})


def shows_links(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write links: FORCE_HYPERLINK decides, then NO_HYPERLINK, then the terminal."""
    if FORCE in environment:
        return environment[FORCE] not in {"", "0"}
    if environment.get(REFUSE) or environment.get("TERM") == "dumb" or "CI" in environment:
        return False
    return stream.isatty() and _follows_links(environment)


def rule_link(own: Mapping[str, Path]) -> Link:
    """Return what makes a text lead to the page of a rule: of the book, or of an own one."""

    def linked(text: str, rule: str) -> str:
        page = own.get(rule) or rulebook.folder() / f"{rule}.md"
        return _linked(text, page) if page.is_file() else text

    return linked


def file_link(folder: Path, environment: Mapping[str, str]) -> Link:
    """Return what makes a text lead to a file of the project in a folder.

    Such a link cannot say which line; where a terminal knows `path:line` by itself, it has none.
    """
    if environment.get("TERM_PROGRAM") in KNOW_LINES:
        return unlinked
    return lambda text, path: _linked(text, folder / path)


def _follows_links(environment: Mapping[str, str]) -> bool:
    if environment.get("TERM_PROGRAM") in PROGRAMS or environment.get("TERM") in TERMS:
        return True
    version = environment.get("VTE_VERSION", "")
    return any(map(environment.get, SIGNS)) or (version.isdecimal() and int(version) >= FIRST_VTE)


def _linked(text: str, file: Path) -> str:
    """Return the text between the signs that begin and end a link, OSC 8."""
    return f"\x1b]8;;{file.absolute().as_uri()}\x1b\\{text}\x1b]8;;\x1b\\"
