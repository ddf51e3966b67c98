"""The delta: how the findings of an audit differ from what was accepted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from archlint.model.baseline.entries import Entry, Fault
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


def marked(findings: Iterable[Finding], delta: Delta) -> tuple[Finding, ...]:
    """Return the findings, those that the baseline covers marked with the reason."""
    reasons = {c.finding.identity: c.entry.reason for c in (*delta.left, *delta.moved)}
    return tuple(
        replace(each, state=State.BASELINE, excuse=reasons[each.identity])
        if each.state is State.NEW and each.identity in reasons
        else each
        for each in findings
    )
