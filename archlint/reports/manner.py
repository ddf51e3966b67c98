"""The manner in which a report is told: with which source lines, colours, links and width."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.audit import Audit
from archlint.model.finding import Finding
from archlint.reports.run import UNKNOWN, Run

SourceLine = Callable[[str, int], str | None]


class Style(StrEnum):
    """What a piece of text is, with the ANSI codes that show it."""

    PATH = "1"
    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;36"
    FAINT = "2"
    HELP = "32"


Ink = Callable[[str, Style], str]
Link = Callable[[str, str], str]


def plain(text: str, _style: Style) -> str:
    """Return the text as it is."""
    return text


def coloured(text: str, style: Style) -> str:
    """Return the text as a terminal shows it in that style."""
    return f"\x1b[{style}m{text}\x1b[0m"


def unlinked(text: str, _aim: str) -> str:
    """Return the text as it is."""
    return text


def no_source(_path: str, _line: int) -> str | None:
    """Know no source line: for audits whose files are not at hand."""
    return None


@dataclass(frozen=True, slots=True)
class Manner:
    """`source_line` returns a line of a file, by the path of the audit and counted from 1.

    `summary` says whether a text report ends with how much was found and looked at. `width` is how
    many columns there are, None where nobody counts them. `to_rule` and `to_file` make a text lead
    to the page of a rule, or to a file by its path in the audit. `suppressed` says whether reports
    for people tell findings that are not new, too.
    """

    source_line: SourceLine = no_source
    ink: Ink = plain
    summary: bool = True
    width: int | None = None
    to_rule: Link = unlinked
    to_file: Link = unlinked
    run: Run = UNKNOWN
    suppressed: bool = False

    def findings(self, audit: Audit) -> tuple[Finding, ...]:
        """Return the findings that are told to people."""
        return audit.findings if self.suppressed else audit.new()
