"""What a branch brought: its findings without those that were there where it began."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from archlint.assembly.branch import Branch
from archlint.assembly.past import Past
from archlint.model.audit import Audit
from archlint.model.baseline.entries import Entry
from archlint.model.baseline.presence import Presence
from archlint.model.baseline.succession import successions
from archlint.model.finding import Finding, State

if TYPE_CHECKING:  # few branches make it necessary to know all that code can mean
    from archlint.model.codebase import Codebase


def brought(found: Audit, branch: Branch, past: Past, codebase: "Callable[[], Codebase]") -> Audit:
    """Return the audit, those of its new findings marked that the branch did not bring.

    They are looked for in the files of then, by the settings of now. What was allowed then and is
    not any more has been brought. The code base is asked for where something may have been renamed.
    """
    found = replace(found, since=branch.described)
    return _parted(found, past.findings(found), codebase) if found.new() else found


def _parted(audit: Audit, older: Sequence[Entry], codebase: "Callable[[], Codebase]") -> Audit:
    """Return the audit with those of its new findings marked that were there before.

    `older` are the findings of then, by the names that their modules have now.
    """
    known = {entry.identity for entry in older}
    unmet = [finding for finding in audit.new() if finding.identity not in known]
    present = {finding.identity for finding in audit.findings}
    lost = [entry for entry in older if entry.identity not in present]
    if lost and unmet:
        pairs = successions(lost, unmet, Presence(codebase(), older))
        known |= {finding.identity for _, finding in pairs}
    return replace(audit, findings=tuple(_aged(each, known) for each in audit.findings))


def _aged(finding: Finding, known: Container[str]) -> Finding:
    is_old = finding.state is State.NEW and finding.identity in known
    return replace(finding, state=State.OLDER) if is_old else finding
