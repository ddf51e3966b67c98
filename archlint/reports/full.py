"""The report for people: each finding with its source, its chain, its reason and the next step."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.model.finding import Confidence, Finding, Severity
from archlint.reports.concise import beginning, place_of, rule_name, said, weight
from archlint.reports.excerpt import excerpt
from archlint.reports.grouping import Rest, first_of_each
from archlint.reports.manner import Manner, Style
from archlint.reports.printable import printable
from archlint.reports.summary import summary
from archlint.reports.wrapping import wrapped

INDENT = "    "
HANGING = "  "
HELP = "help:"
BARE = Manner()
SHOWN_PLACES = 3
SHOWN_DIGITS = 8


def full(audit: Audit, manner: Manner) -> str:
    """Return the report: findings with an empty line between them, then the summary."""
    blocks = ["\n".join(block) for block in _blocks(audit, manner)]
    if manner.summary:
        blocks.append("\n".join(wrapped(summary(audit), manner.width, then=HANGING)))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def block(finding: Finding, manner: Manner) -> list[str]:
    """Return the lines that tell a finding."""
    details = (INDENT + line for line in _details(finding, manner))
    return [*_headline(finding, manner), *details]


def _headline(finding: Finding, manner: Manner) -> Iterator[str]:
    """Yield the first line, on a terminal going on below; it is measured without its colours.

    A place that leaves no room for the name of the rule stands alone.
    """
    bare, told = beginning(finding, BARE), beginning(finding, manner)
    if manner.width and len(bare) > manner.width:
        yield place_of(finding, manner)
        bare = f"{INDENT}{finding.rule}: "
        told = f"{INDENT}{rule_name(finding, manner)}: "
    first, *more = wrapped(said(finding), manner.width, bare, INDENT)
    yield told + first.removeprefix(bare)
    yield from more


def _blocks(audit: Audit, manner: Manner) -> Iterator[list[str]]:
    for item in first_of_each(manner.findings(audit)):
        yield [str(item)] if isinstance(item, Rest) else block(item, manner)


def _details(finding: Finding, manner: Manner) -> Iterator[str]:
    yield from excerpt(finding.place, manner)
    for sentence in _reasons(finding):
        yield from _wrapped(printable(sentence), manner)
    first, *more = _wrapped(f"{HELP} {printable(finding.help)}".rstrip(), manner)
    yield first.replace(HELP, manner.ink(HELP, Style.HELP), 1)
    yield from more
    yield _reference(finding, manner)


def _reasons(finding: Finding) -> Iterator[str]:
    if finding.chain:
        yield _chain(finding)
    for evidence in finding.evidence:
        yield f"{evidence.path}:{evidence.line}: {evidence.text}"
    if finding.also:
        yield _also(finding)
    if finding.because:
        yield f"because: {finding.because}"


def _wrapped(text: str, manner: Manner) -> list[str]:
    width = manner.width and manner.width - len(INDENT)
    return wrapped(text, width, then=HANGING)


def _chain(finding: Finding) -> str:
    *steps, end = finding.chain
    places = [f"{hop.path}:{hop.line}" for hop in steps]
    return " -> ".join([*places, end.path or end.module])


def _also(finding: Finding) -> str:
    shown = ", ".join(f"{place.path}:{place.line}" for place in finding.also[:SHOWN_PLACES])
    hidden = len(finding.also) - SHOWN_PLACES
    more = f" and {hidden} more" if hidden > 0 else ""
    return f"also: {shown}{more}"


def _reference(finding: Finding, manner: Manner) -> str:
    severity = manner.ink(finding.severity or Severity.ERROR, weight(finding))
    doubt = ", medium confidence" if finding.confidence is Confidence.MEDIUM else ""
    identity = finding.identity[:SHOWN_DIGITS]
    hint = manner.ink(f"archlint explain {finding.rule}", Style.FAINT)
    return f"{severity} {identity}{doubt}: {manner.to_rule(hint, finding.rule)}"
