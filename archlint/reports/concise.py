"""The report of one line per finding, in the form that every editor parses."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Finding, Severity
from archlint.reports.grouping import Rest, first_of_each
from archlint.reports.manner import Ink, Manner, Style
from archlint.reports.printable import printable
from archlint.reports.summary import summary

WEIGHT = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.INFO: Style.INFO,
}


def concise(audit: Audit, manner: Manner) -> str:
    """Return the report; its last line is the summary."""
    return "".join(f"{line}\n" for line in _lines(audit, manner))


def headline(finding: Finding, ink: Ink) -> str:
    """Return the finding in one line: `path:line:column: rule: message`."""
    place = ink(printable(str(finding.place)), Style.PATH)
    rule = ink(finding.rule, weight(finding))
    return f"{place}: {rule}: {printable(finding.message)}"


def weight(finding: Finding) -> Style:
    """Return the style of a finding's severity."""
    return WEIGHT.get(finding.severity or Severity.ERROR, Style.INFO)


def _lines(audit: Audit, manner: Manner) -> Iterator[str]:
    for item in first_of_each(audit.new()):
        yield str(item) if isinstance(item, Rest) else headline(item, manner.ink)
    if manner.summary:
        yield summary(audit)
