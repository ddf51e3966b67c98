"""The delta: how the findings of an audit differ from what was accepted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from archlint.model.baseline.entries import Accepted, Entry, Fault
from archlint.model.baseline.presence import Presence
from archlint.model.baseline.succession import successions
from archlint.model.finding import Finding, State


@dataclass(frozen=True, slots=True)
class Cover:
    """An entry and the finding that it is about."""

    entry: Entry
    finding: Finding


@dataclass(frozen=True, slots=True)
class Delta:
    """What became of the entries of a baseline.

    `left` are still needed as they are, `moved` under other names. What `fixed` are about is there
    no more, or allowed: they are stale. `expired` cover nothing any more, though it is still there.
    `faults` are why other entries cannot count; `folder` is where all of them are kept.
    """

    folder: str = ""
    left: tuple[Cover, ...] = ()
    moved: tuple[Cover, ...] = ()
    fixed: tuple[Entry, ...] = ()
    expired: tuple[Cover, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def size(self) -> int:
        """The number of entries that could be judged."""
        return len(self.left) + len(self.moved) + len(self.fixed) + len(self.expired)

    def limited(self, has: Callable[[str], bool]) -> "Delta":
        """Return the delta of the paths that something has; faults stay, wherever they are."""
        return replace(
            self,
            left=_among(self.left, has),
            moved=_among(self.moved, has),
            fixed=tuple(entry for entry in self.fixed if has(entry.path)),
            expired=_among(self.expired, has),
        )


def _among(covers: Iterable[Cover], has: Callable[[str], bool]) -> tuple[Cover, ...]:
    return tuple(cover for cover in covers if has(cover.finding.place.path))


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


def marked(findings: Iterable[Finding], delta: Delta) -> tuple[Finding, ...]:
    """Return the findings, those that the baseline covers marked with the reason."""
    reasons = {c.finding.identity: c.entry.reason for c in (*delta.left, *delta.moved)}
    return tuple(
        replace(each, state=State.BASELINE, excuse=reasons[each.identity])
        if each.state is State.NEW and each.identity in reasons
        else each
        for each in findings
    )
