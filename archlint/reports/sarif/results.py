"""A finding, in SARIF's words: its message with links, its places, its chain, its state."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from archlint.model.architecture.allowances import Allowance
from archlint.model.finding import Finding, Severity, State
from archlint.model.place import Place
from archlint.reports.manner import Manner
from archlint.reports.printable import printable
from archlint.reports.sarif.places import Value, location, named, with_message
from archlint.reports.sarif.rules import LEVELS

FINGERPRINT = "archlintIdentity/v1"
SHOWN_LINKS = 10
ACCEPTED = frozenset({State.BASELINE, State.ALLOWED})
UNCOMPARED = frozenset({State.NEW, State.ALLOWED})
BRACKETS = re.compile(r"[\\\[\]]")


@dataclass(frozen=True, slots=True)
class Telling:
    """What all results share: the places of the rules, and what the settings permit.

    `compares` says whether some findings are known from a baseline or an older revision.
    """

    manner: Manner
    rules: Mapping[str, int]
    allowances: tuple[Allowance, ...]
    compares: bool


def result(finding: Finding, telling: Telling) -> Value:
    """Return the result of a finding."""
    told: Value = {
        "ruleId": finding.rule,
        "ruleIndex": telling.rules[finding.rule],
        "level": LEVELS[finding.severity or Severity.ERROR],
        "message": {"text": _message(finding)},
        "locations": [_place(finding, telling.manner)],
        "partialFingerprints": {FINGERPRINT: finding.identity},
        "properties": {"confidence": finding.confidence.value},
    }
    if related := list(_related(finding, telling.manner)):
        told["relatedLocations"] = related
    if flow := list(_flow(finding, telling.manner)):
        told["codeFlows"] = [{"threadFlows": [{"locations": flow}]}]
    if finding.state in ACCEPTED:
        told["suppressions"] = [_suppression(finding, telling.allowances)]
    if telling.compares:
        told["baselineState"] = "new" if finding.state in UNCOMPARED else "unchanged"
    return told


def _place(finding: Finding, manner: Manner) -> Value:
    """Return the place of the finding, to the end of its line where that is at hand."""
    place = finding.place
    line = (manner.source_line(place.path, place.line) or "").rstrip()
    end = len(line) + 1 if len(line) >= place.column else None
    at = location(manner.run, place, end)
    return {**at, "logicalLocations": [named(finding.module, finding.symbol)]}


def _proofs(finding: Finding) -> Iterator[tuple[Place, str]]:
    """Yield what proves the finding, then the further places of it."""
    for proof in finding.evidence:
        yield Place(proof.path, proof.line), proof.text
    for place in finding.also:
        yield place, "this breach, too"


def _related(finding: Finding, manner: Manner) -> Iterator[Value]:
    for number, (place, text) in enumerate(_proofs(finding), start=1):
        yield {"id": number, **with_message(location(manner.run, place), text)}


def _message(finding: Finding) -> str:
    """Return message and help as sentences, then links to the related locations by their number."""
    sentences = [finding.message]
    if finding.help:
        sentences.append(f"Help: {finding.help}")
    if finding.because:
        sentences.append(f"Because: {finding.because}")
    told = [f"{_unlinked(sentence)}." for sentence in sentences]
    links = [
        f"[{_unlinked(f'{place.path}:{place.line}')}]({number})"
        for number, (place, _text) in enumerate(_proofs(finding), start=1)
    ]
    if links:
        more = f" and {len(links) - SHOWN_LINKS} more" if len(links) > SHOWN_LINKS else ""
        told.append(f"See {', '.join(links[:SHOWN_LINKS])}{more}.")
    return " ".join(told)


def _unlinked(text: str) -> str:
    """Return the text such that no part of it is taken for a link."""
    return BRACKETS.sub(r"\\\g<0>", printable(text))


def _flow(finding: Finding, manner: Manner) -> Iterator[Value]:
    """Yield the steps of the chain; an end outside the project has no file to show."""
    steps = [
        (hop, f"{hop.module} imports {following.module}")
        for hop, following in pairwise(finding.chain)
    ]
    ends = [(end, f"{end.module} is reached") for end in finding.chain[-1:]]
    for hop, text in (*steps, *ends):
        if hop.path:
            place = with_message(location(manner.run, Place(hop.path, hop.line)), text)
            yield {"location": {**place, "logicalLocations": [named(hop.module)]}}


def _suppression(finding: Finding, allowances: tuple[Allowance, ...]) -> Value:
    if finding.state is State.BASELINE:
        reason = finding.excuse or "in the baseline"
        return {"kind": "external", "status": "accepted", "justification": printable(reason)}
    in_settings = any(
        allowance.because == finding.excuse and allowance.covers(finding)
        for allowance in allowances
    )
    kind = "external" if in_settings else "inSource"
    return {"kind": kind, "status": "accepted", "justification": printable(finding.excuse)}
