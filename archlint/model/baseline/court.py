"""The court: decides what becomes of the entries of a baseline."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from archlint.model.baseline.delta import Cover, Delta
from archlint.model.baseline.entries import Accepted, Entry, Fault
from archlint.model.baseline.presence import Presence
from archlint.model.baseline.succession import successions
from archlint.model.finding import Finding, State


@dataclass(frozen=True, slots=True)
class Court:
    """By what entries are judged.

    `was_judged` says whether the run could have found what an entry is about, `why_barred` why a
    finding must not be in the baseline, "" where it may.
    """

    presence: Presence
    today: date
    was_judged: Callable[[Entry], bool]
    why_barred: Callable[[Finding], str]

    def delta(self, findings: Sequence[Finding], accepted: Accepted) -> Delta:
        """Return what became of the entries; findings that are allowed need none."""
        needing = tuple(finding for finding in findings if finding.state is State.NEW)
        same, rest = _by_identity(accepted.entries, needing)
        met = {cover.finding.identity for cover in same}
        unmet = [finding for finding in needing if finding.identity not in met]
        pairs = successions(rest, unmet, self.presence)
        moved = [Cover(entry, finding) for entry, finding in pairs]
        followed = {cover.entry.identity for cover in moved}
        covers = [*same, *moved]
        holding = [cover for cover in covers if self._holds(cover)]
        return Delta(
            folder=accepted.folder,
            left=tuple(cover for cover in holding if cover.entry.identity not in followed),
            moved=tuple(cover for cover in holding if cover.entry.identity in followed),
            fixed=tuple(e for e in rest if e.identity not in followed and self.was_judged(e)),
            expired=tuple(c for c in covers if c.entry.is_expired(self.today)),
            faults=tuple(sorted([*accepted.faults, *self._barred(covers)])),
        )

    def _holds(self, cover: Cover) -> bool:
        return not cover.entry.is_expired(self.today) and not self.why_barred(cover.finding)

    def _barred(self, covers: Iterable[Cover]) -> Iterator[Fault]:
        for cover in covers:
            reason = self.why_barred(cover.finding)
            if reason and cover.entry.place:
                yield Fault(cover.entry.place, f"{cover.entry.described}: {reason}")


def _by_identity(
    entries: Iterable[Entry], findings: Iterable[Finding]
) -> tuple[list[Cover], list[Entry]]:
    """Return the entries whose finding is there under the same names, and the others."""
    known = {finding.identity: finding for finding in findings}
    same: list[Cover] = []
    rest: list[Entry] = []
    for entry in entries:
        finding = known.get(entry.identity)
        if finding:
            same.append(Cover(entry, finding))
        else:
            rest.append(entry)
    return same, rest
