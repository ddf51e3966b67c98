"""One finding, explained for people: the rule in this project's words, and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.finding import Finding, Severity, State
from archlint.reports.concise import headline, weight
from archlint.reports.excerpt import excerpt
from archlint.reports.manner import Manner, Style
from archlint.reports.printable import printable
from archlint.reports.wrapping import wrapped
from archlint.surveying.explaining import Explanation
from archlint.surveying.explaining.permits import Permit

INDENT = "    "
SHOWN_DIGITS = 12
NOT_ALLOWED = "That hides the finding and mends nothing: what was seen stays as it is."


@dataclass(frozen=True, slots=True)
class Law:
    """What the rule book says of a rule: what it finds, and when a breach may be allowed."""

    title: str
    finds: str
    allows: str


def explained(found: Explanation, law: Law, prefix: str, manner: Manner) -> str:
    """Return the explanation; `prefix` is how tables begin in the settings of the project."""
    finding = found.finding
    lines = [
        headline(finding, manner),
        *(INDENT + line for line in excerpt(finding.place, manner)),
        *_section("the rule", _rule(finding, law, manner), manner),
        *_section("here", _here(found), manner),
        *_section("the chain", _chain(finding, manner), manner),
        *_section("what was seen", _seen(finding, manner), manner),
        *_section("the next step", [printable(finding.help)], manner),
        *_section("how it is done elsewhere in this project", _elsewhere(found), manner),
        *_section("what would allow it", _allowing(found, law, prefix), manner),
    ]
    return "\n".join([*lines, "", f"archlint explain {finding.rule} prints the rule's page", ""])


def _section(title: str, texts: Iterator[str] | list[str], manner: Manner) -> Iterator[str]:
    lines = [line for text in texts for line in _wrapped(text, manner)]
    if lines:
        yield ""
        yield manner.ink(title, Style.PATH)
        yield from (f"{INDENT}{line}".rstrip() for line in lines)


def _wrapped(text: str, manner: Manner) -> list[str]:
    return wrapped(text, manner.width and manner.width - len(INDENT))


def _rule(finding: Finding, law: Law, manner: Manner) -> Iterator[str]:
    severity = manner.ink(finding.severity or Severity.ERROR, weight(finding))
    yield f"{finding.rule}: {law.title}"
    yield (
        f"{severity}, {finding.confidence} confidence, {finding.state}, "
        f"identity {finding.identity[:SHOWN_DIGITS]}"
    )
    if law.finds:
        yield ""
        yield law.finds


def _here(found: Explanation) -> Iterator[str]:
    if found.standing:
        yield printable(found.standing)
    if found.finding.because:
        yield printable(f"because: {found.finding.because}")
    if found.finding.excuse:
        yield printable(f"excused: {found.finding.excuse}")


def _chain(finding: Finding, manner: Manner) -> Iterator[str]:
    for hop in finding.chain:
        place = f"{hop.path}:{hop.line}" if hop.path and hop.line else hop.path or hop.module
        yield f"{printable(place)}{_source(hop.path, hop.line, manner)}"


def _seen(finding: Finding, manner: Manner) -> Iterator[str]:
    for proof in finding.evidence:
        told = printable(f"{proof.path}:{proof.line}: {proof.text}")
        yield f"{told}{_source(proof.path, proof.line, manner)}"
    for place in finding.also:
        told = printable(f"also {place.path}:{place.line}")
        yield f"{told}{_source(place.path, place.line, manner)}"


def _source(path: str, line: int, manner: Manner) -> str:
    """Return the source line as the end of one that names its place, "" where there is none."""
    source = manner.source_line(path, line) if path and line else None
    return f"  | {printable(source.strip())}" if source and source.strip() else ""


def _elsewhere(found: Explanation) -> Iterator[str]:
    if found.precedent:
        place = found.precedent.place
        yield printable(f"{place.path}:{place.line}: {found.precedent.text}")


def _allowing(found: Explanation, law: Law, prefix: str) -> Iterator[str]:
    if found.finding.state is State.ALLOWED:
        return
    yield from allowance_lines(found.permit, prefix)
    yield ""
    yield NOT_ALLOWED
    if law.allows:
        yield ""
        yield law.allows


def allowance_lines(permit: Permit, prefix: str) -> Iterator[str]:
    """Yield the lines of settings that would allow what a permit is about."""
    yield f"[[{prefix}allowances]]"
    yield f'rule = "{permit.rule}"'
    if permit.source:
        yield f'from = "{permit.source}"'
    if permit.target:
        yield f'to = "{permit.target}"'
    yield 'because = "the reason, which is required"'
