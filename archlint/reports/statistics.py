"""The report of numbers: how many findings each rule has, how grave, and where the first is."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Finding
from archlint.reports.concise import rule_name
from archlint.reports.manner import Manner, Style
from archlint.reports.printable import printable
from archlint.reports.ranking import by_rule, severities
from archlint.reports.summary import summary
from archlint.reports.wrapping import wrapped

GAP = "  "


def statistics(audit: Audit, manner: Manner) -> str:
    """Return a line for each rule that found something new, then the summary."""
    groups = [findings for _rule, findings in by_rule(audit.new())]
    lines = list(_table(groups, manner))
    if manner.summary:
        lines += wrapped(summary(audit), manner.width, then=GAP)
    return "".join(f"{line}\n" for line in lines)


def _table(groups: list[list[Finding]], manner: Manner) -> Iterator[str]:
    """Yield the lines; cells are filled up before they are coloured."""
    weights = [severities(findings) for findings in groups]
    number = max((len(str(len(findings))) for findings in groups), default=0)
    weight = max(map(len, weights), default=0)
    name = max((len(findings[0].rule) for findings in groups), default=0)
    for findings, severity in zip(groups, weights, strict=True):
        first = findings[0]
        place = manner.ink(printable(str(first.place)), Style.PATH)
        cells = (
            str(len(findings)).rjust(number),
            severity.ljust(weight),
            rule_name(first, manner) + " " * (name - len(first.rule)),
            manner.to_file(place, first.place.path),
        )
        yield GAP.join(cells)
