"""The baseline of a project: compares an audit with it, and lets it grow and shrink."""

from collections.abc import Mapping
from dataclasses import replace

from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.program import Program
from archlint.assembly.request import book, today
from archlint.auditing import sifted
from archlint.baseline.folder import Folder
from archlint.model.audit import Audit
from archlint.model.baseline.bars import why_barred
from archlint.model.baseline.delta import Cover, Delta, marked
from archlint.model.baseline.entries import Entry, Terms, entry_of
from archlint.model.finding import Finding
from archlint.reports.printable import writable


def accounted(found: Audit, read: Program, kept: Folder) -> Audit:
    """Return the audit, what the baseline covers marked; as it is where there is no baseline.

    Raises NothingToJudgeError where the folder cannot be read.
    """
    if not kept.exists:
        return found
    try:
        accepted = kept.read(book(read.settings.own_rules))
    except OSError as error:
        message = f"{error.filename or kept.name}: the baseline cannot be read: {error.strerror}"
        raise NothingToJudgeError(message) from error
    return sifted(found, read.codebase, accepted, today())


def acceptable(found: Audit) -> tuple[Finding, ...]:
    """Return the new findings that the baseline may take, and that a file can name."""
    return tuple(
        each
        for each in found.new()
        if not why_barred(found.architecture, each) and _is_writable(entry_of(each))
    )


def accept(found: Audit, kept: Folder, terms: Terms) -> Audit:
    """Take the new findings into the baseline, and return the audit as it is with that.

    What has expired is accepted anew, on the same terms but for the last day. Raises OSError where
    nothing can be written.
    """
    before = found.baseline or Delta(folder=kept.name)
    expired = {cover.finding.identity: cover.entry for cover in before.expired}
    taken = acceptable(found)
    covers = tuple(Cover(_accepted(each, terms, expired), each) for each in taken)
    kept.remove(expired[each.identity] for each in taken if each.identity in expired)
    kept.add(cover.entry for cover in covers)
    done = {each.identity for each in taken}
    rest = tuple(cover for cover in before.expired if cover.finding.identity not in done)
    delta = replace(before, left=(*before.left, *covers), expired=rest)
    return replace(found, findings=marked(found.findings, delta), baseline=delta)


def follow(delta: Delta, kept: Folder) -> None:
    """Let the entries of what has moved go by the names that it has now."""
    kept.add(cover.entry.following(cover.finding) for cover in delta.moved)
    kept.remove(cover.entry for cover in delta.moved)


def _accepted(finding: Finding, terms: Terms, expired: Mapping[str, Entry]) -> Entry:
    entry = entry_of(finding)
    before = expired.get(finding.identity, entry)
    return entry.on(Terms(terms.reason or before.reason, terms.owner or before.owner, terms.until))


def _is_writable(entry: Entry) -> bool:
    names = (entry.path, entry.module, entry.symbol, entry.target)
    return all(name == writable(name) for name in names)
