"""Excusing: which findings may stay, by the settings and by comments beside the code."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from archlint.model.architecture.allowances import Allowance
from archlint.model.finding import Evidence, Finding, State
from archlint.model.place import Place


@dataclass(frozen=True)
class Allowances:
    """What may stay: what the settings allow, and what comments do, in the order of the files."""

    settings: tuple[Allowance, ...] = ()
    comments: tuple[Allowance, ...] = ()

    def __iter__(self) -> Iterator[Allowance]:
        yield from self.settings
        yield from self.comments

    def __bool__(self) -> bool:
        return bool(self.settings or self.comments)

    def about(self, finding: Finding) -> Iterator[Allowance]:
        """Yield the allowances that a finding is covered by, those that are over included."""
        yield from (each for each in self._rulings[finding.rule] if each.covers(finding))
        yield from dict.fromkeys(
            each for place in finding.places for each in self._at(place, finding)
        )

    def excused(self, finding: Finding, today: date) -> Finding:
        """Return the finding, marked as allowed where it may stay today.

        Of a finding of several places, a comment allows the one at which it stands; the finding
        goes on without it. At the head of the class or function that the finding is about, it
        allows the finding as a whole: the other places follow from that one.
        """
        if finding.state is not State.NEW:
            return finding
        if reason := self._reason_of(finding, today):
            return replace(finding, state=State.ALLOWED, excuse=reason)
        reasons = {place: self._reason_at(place, finding, today) for place in finding.places}
        return _without(finding, {place: reason for place, reason in reasons.items() if reason})

    def _reason_of(self, finding: Finding, today: date) -> str:
        """Return why the finding as a whole may stay, "" if it may not."""
        permits = chain(
            (each for each in self._rulings[finding.rule] if each.covers(finding)),
            (each for each in self._at(finding.place, finding) if each.is_home_of(finding)),
        )
        return next((each.because for each in permits if not each.is_expired(today)), "")

    def _reason_at(self, place: Place, finding: Finding, today: date) -> str:
        permits = (each for each in self._at(place, finding) if not each.is_expired(today))
        return next((each.because for each in permits), "")

    def _at(self, place: Place, finding: Finding) -> Iterator[Allowance]:
        """Yield the comments about the rule of a finding that stand at a place."""
        shelf = self._shelves.get(finding.rule)
        return shelf.at(place) if shelf else iter(())

    @cached_property
    def _rulings(self) -> Mapping[str, list[Allowance]]:
        by_rule: dict[str, list[Allowance]] = defaultdict(list)
        for allowance in self.settings:
            by_rule[allowance.rule].append(allowance)
        return by_rule

    @cached_property
    def _shelves(self) -> Mapping[str, "_Shelf"]:
        by_rule: dict[str, list[Allowance]] = defaultdict(list)
        for allowance in self.comments:
            by_rule[allowance.rule].append(allowance)
        return {rule: _Shelf(allowances) for rule, allowances in by_rule.items()}


def _without(finding: Finding, reasons: Mapping[Place, str]) -> Finding:
    """Return the finding without the places that are allowed, which become evidence."""
    if not reasons:
        return finding
    left = [place for place in finding.places if place not in reasons]
    if not left:
        excuse = "; ".join(dict.fromkeys(reasons.values()))
        return replace(finding, state=State.ALLOWED, excuse=excuse)
    allowed = (Evidence(p.path, p.line, f"allowed here: {why}") for p, why in reasons.items())
    evidence = (*finding.evidence, *allowed)
    return replace(finding, place=left[0], also=tuple(left[1:]), evidence=evidence)


class _Shelf:
    """The comments that allow one rule, found by the line of a place."""

    def __init__(self, allowances: Iterable[Allowance]) -> None:
        self._wide: dict[str, list[Allowance]] = defaultdict(list)
        narrow: dict[str, list[tuple[int, int, Allowance]]] = defaultdict(list)
        for allowance in allowances:
            extent = allowance.extent
            if extent and extent.last is not None:
                narrow[extent.module.path].append((extent.last, extent.first, allowance))
            elif extent:
                self._wide[extent.module.path].append(allowance)
        self._narrow = {p: sorted(rows, key=lambda row: row[:2]) for p, rows in narrow.items()}
        self._lasts = {path: [last for last, *_ in rows] for path, rows in self._narrow.items()}

    def at(self, place: Place) -> Iterator[Allowance]:
        """Yield the comments whose lines hold a place: no two statements share a line."""
        rows = self._narrow.get(place.path, [])
        start = bisect_left(self._lasts.get(place.path, []), place.line)
        for position in range(start, len(rows)):
            _, first, allowance = rows[position]
            if first > place.line:
                break
            yield allowance
        yield from self._wide.get(place.path, ())
