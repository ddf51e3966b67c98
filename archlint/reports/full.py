"""The report for people: each finding with its source, its chain, its reason and the next step."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Confidence, Finding, Severity
from archlint.reports.concise import headline, weight
from archlint.reports.excerpt import excerpt
from archlint.reports.grouping import Rest, first_of_each
from archlint.reports.manner import Ink, Manner, Style
from archlint.reports.printable import printable
from archlint.reports.summary import summary

INDENT = "    "
SHOWN_PLACES = 3
SHOWN_DIGITS = 8


def full(audit: Audit, manner: Manner) -> str:
    """Return the report: findings with an empty line between them, then the summary."""
    blocks = ["\n".join(block) for block in _blocks(audit, manner)]
    if manner.summary:
        blocks.append(summary(audit))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(audit: Audit, manner: Manner) -> Iterator[list[str]]:
    for item in first_of_each(audit.new()):
        if isinstance(item, Rest):
            yield [str(item)]
        else:
            details = (INDENT + line for line in _details(item, manner))
            yield [headline(item, manner.ink), *details]


def _details(finding: Finding, manner: Manner) -> Iterator[str]:
    yield from excerpt(finding.place, manner)
    if finding.chain:
        yield _chain(finding)
    for evidence in finding.evidence:
        yield printable(f"{evidence.path}:{evidence.line}: {evidence.text}")
    if finding.also:
        yield _also(finding)
    if finding.because:
        yield printable(f"because: {finding.because}")
    yield manner.ink("help:", Style.HELP) + " " + printable(finding.help)
    yield _reference(finding, manner.ink)


def _chain(finding: Finding) -> str:
    *steps, end = finding.chain
    places = [f"{hop.path}:{hop.line}" for hop in steps]
    return printable(" -> ".join([*places, end.path or end.module]))


def _also(finding: Finding) -> str:
    shown = ", ".join(f"{place.path}:{place.line}" for place in finding.also[:SHOWN_PLACES])
    hidden = len(finding.also) - SHOWN_PLACES
    more = f" and {hidden} more" if hidden > 0 else ""
    return printable(f"also: {shown}{more}")


def _reference(finding: Finding, ink: Ink) -> str:
    severity = ink(finding.severity or Severity.ERROR, weight(finding))
    doubt = ", medium confidence" if finding.confidence is Confidence.MEDIUM else ""
    identity = finding.identity[:SHOWN_DIGITS]
    hint = ink(f"archlint explain {finding.rule}", Style.FAINT)
    return f"{severity} {identity}{doubt}: {hint}"
