"""The report by file: its path once, then a line per finding."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Finding
from archlint.reports.concise import rule_name, said
from archlint.reports.grouping import Rest, first_of_each
from archlint.reports.manner import Manner, Style
from archlint.reports.printable import printable
from archlint.reports.summary import summary
from archlint.reports.wrapping import wrapped

INDENT = "  "

Item = Finding | Rest


def grouped(audit: Audit, manner: Manner) -> str:
    """Return the report: a block for each file, then the summary."""
    files = _by_file(first_of_each(manner.findings(audit)))
    blocks = ["\n".join(_block(items, manner)) for items in files]
    if manner.summary:
        blocks.append("\n".join(wrapped(summary(audit), manner.width, then=INDENT)))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _by_file(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Yield what is told of each file; how much was left out stands where the telling stopped."""
    files: dict[str, list[Item]] = {}
    path = ""
    for item in items:
        if isinstance(item, Finding):
            path = item.place.path
        files.setdefault(path, []).append(item)
    yield from files.values()


def _block(items: list[Item], manner: Manner) -> Iterator[str]:
    findings = [item for item in items if isinstance(item, Finding)]
    path = findings[0].place.path
    yield manner.to_file(manner.ink(printable(path), Style.PATH), path) + ":"
    width = max(len(_position(finding)) for finding in findings)
    for item in items:
        if isinstance(item, Rest):
            yield INDENT + printable(str(item))
        else:
            position = _position(item).rjust(width)
            yield f"{INDENT}{position} {rule_name(item, manner)}: {said(item)}"


def _position(finding: Finding) -> str:
    return f"{finding.place.line}:{finding.place.column}"
