"""The report of one line per finding, in the form that every editor parses."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Finding, Severity, State
from archlint.reports.grouping import Rest, first_of_each
from archlint.reports.manner import Manner, Style
from archlint.reports.printable import printable
from archlint.reports.summary import REMARKS, summary

WEIGHT = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.INFO: Style.INFO,
}


def concise(audit: Audit, manner: Manner) -> str:
    """Return the report; its last line is the summary."""
    return "".join(f"{line}\n" for line in _lines(audit, manner))


def headline(finding: Finding, manner: Manner) -> str:
    """Return the finding in one line: `path:line:column: rule: message`."""
    return beginning(finding, manner) + said(finding)


def beginning(finding: Finding, manner: Manner) -> str:
    """Return what stands before the message of a finding: `path:line:column: rule: `."""
    return f"{place_of(finding, manner)} {rule_name(finding, manner)}: "


def place_of(finding: Finding, manner: Manner) -> str:
    """Return `path:line:column:`, leading to the file."""
    place = manner.ink(printable(str(finding.place)), Style.PATH)
    return f"{manner.to_file(place, finding.place.path)}:"


def said(finding: Finding) -> str:
    """Return the message, followed by why the finding need not be mended now, if that is so."""
    if finding.state is State.NEW:
        return printable(finding.message)
    reason = f": {finding.excuse}" if finding.excuse else ""
    return printable(f"{finding.message} ({REMARKS[finding.state]}{reason})")


def rule_name(finding: Finding, manner: Manner) -> str:
    """Return the rule of a finding, in the colour of its severity, leading to its page."""
    return manner.to_rule(manner.ink(finding.rule, weight(finding)), finding.rule)


def weight(finding: Finding) -> Style:
    """Return the style of a finding's severity."""
    return WEIGHT.get(finding.severity or Severity.ERROR, Style.INFO)


def _lines(audit: Audit, manner: Manner) -> Iterator[str]:
    for item in first_of_each(manner.findings(audit)):
        yield str(item) if isinstance(item, Rest) else headline(item, manner)
    if manner.summary:
        yield summary(audit)
