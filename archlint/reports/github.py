"""The report for GitHub Actions: a workflow command per finding, shown beside the code."""

from collections import Counter
from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.reports.grouping import first_of_each
from archlint.reports.manner import Manner
from archlint.reports.printable import printable
from archlint.reports.ranking import gravest_first
from archlint.reports.run import Run
from archlint.reports.summary import summary

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SHOWN_OF_A_KIND = 10


def github(audit: Audit, manner: Manner) -> str:
    """Return a command for each new finding that people are told, the gravest first.

    GitHub shows ten of each kind and drops the others.
    """
    lines = [*_unjudged(manner.run)]
    lines += (_command(finding, manner.run) for finding in _told(audit))
    if manner.summary:
        lines.append(summary(audit))
    return "".join(f"{line}\n" for line in lines)


def annotations(audit: Audit, run: Run) -> Iterator[str]:
    """Yield only the commands that GitHub shows, for a run that tells its findings in text, too."""
    yield from _unjudged(run)
    shown: Counter[Severity | None] = Counter()
    for finding in _told(audit):
        shown[finding.severity] += 1
        if shown[finding.severity] <= SHOWN_OF_A_KIND:
            yield _command(finding, run)


def _told(audit: Audit) -> list[Finding]:
    items = first_of_each(audit.new())
    return gravest_first(item for item in items if isinstance(item, Finding))


def _unjudged(run: Run) -> Iterator[str]:
    for trouble in run.troubles:
        given = _properties(trouble.kind, trouble.place, run)
        yield f"::error {given}::{_escaped(printable(trouble.message))}"


def _command(finding: Finding, run: Run) -> str:
    given = _properties(finding.rule, finding.place, run)
    return f"::{COMMANDS[finding.severity or Severity.ERROR]} {given}::{_message(finding)}"


def _properties(title: str, place: Place, run: Run) -> str:
    properties = {
        "title": title,
        "file": run.in_repository(place.path),
        "line": str(place.line),
        "col": str(place.column),
    }
    return ",".join(f"{name}={_in_property(value)}" for name, value in properties.items())


def _message(finding: Finding) -> str:
    lines = [finding.message, *(f"help: {text}" for text in [finding.help] if text)]
    return _escaped("\n".join(map(printable, lines)))


def _in_property(text: str) -> str:
    return _escaped(printable(text)).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """Return the text as the runner unescapes it again; the percent sign comes first."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
