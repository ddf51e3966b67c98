"""The source line of a finding, with a caret under the place."""

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from archlint.model.place import Place
from archlint.reports.manner import Manner, Style
from archlint.reports.printable import printable
from archlint.reports.wrapping import NARROWEST

WIDEST = 160
TAB = 4
MARGIN = 4
CUT = " ..."


def excerpt(place: Place, manner: Manner) -> Iterator[str]:
    """Yield the line and the caret; nothing for a place that has no source or lies beyond it."""
    source = manner.source_line(place.path, place.line)
    if source is None or not source.strip():
        return
    line = source.rstrip()
    before = _shown(line[: place.column - 1])
    gutter = f"{place.line} | "
    widest = _room(gutter, manner)
    yield gutter + _cut(_shown(line), widest)
    if len(before) < widest and place.column <= len(line):
        margin = " " * (len(gutter) - 2) + "| " + " " * _width(before)
        yield margin + manner.ink("^", Style.ERROR)


def _shown(source: str) -> str:
    return printable(source.replace("\t", " " * TAB))


def _room(gutter: str, manner: Manner) -> int:
    """Return how much of a line is shown: on a terminal what fits, or the caret would go astray."""
    if manner.width is None:
        return WIDEST
    return min(WIDEST, max(manner.width - len(gutter) - len(CUT) - MARGIN, NARROWEST))


def _cut(line: str, widest: int) -> str:
    return line if len(line) <= widest + len(CUT) else line[:widest] + CUT


def _width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text if not combining(sign))
