"""The harvest: which of the planted imports the judges caught, and why not the others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from archlint.model.codebase import Codebase
from archlint.model.facts.outline import Import, ImportKind
from archlint.model.finding import Finding, State
from archlint.model.place import Place
from archlint.surveying.planting.ban import Ban, Plant
from archlint.surveying.planting.bans import bans

FAR_LINE = 1_000_000_000
"""The line of the first planted import, further down than any file reaches."""

Judge = Callable[[Codebase], Iterable[Finding]]


class Outcome(StrEnum):
    """What became of a planted import."""

    CAUGHT = "caught"
    ALLOWED = "allowed"
    MISSED = "missed"
    UNTRIED = "untried"


@dataclass(frozen=True, slots=True)
class Trial:
    """A ban, and what became of the imports that break it; `reason` says why one escaped."""

    ban: Ban
    outcomes: tuple[Outcome, ...]
    reason: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether the judges caught what breaks it; an allowance for a part of it is no hole."""
        return Outcome.CAUGHT in self.outcomes and Outcome.MISSED not in self.outcomes


def try_bans(codebase: Codebase, judge: Judge, rules: Iterable[str]) -> tuple[Trial, ...]:
    """Plant imports that break each ban, all at once, and see which ones `judge` finds.

    `rules` are the names of the rules that are on. The code base itself stays as it is.
    """
    imposed = tuple(bans(codebase))
    plants = [plant for ban in imposed for plant in ban.plants]
    told = _told(judge(_planted(codebase, plants)))
    places = iter([_place(plant, number) for number, plant in enumerate(plants)])
    active = frozenset(rules)
    return tuple(
        _trial(ban, [told.get(next(places), ()) for _ in ban.plants], active) for ban in imposed
    )


def _planted(codebase: Codebase, plants: Sequence[Plant]) -> Codebase:
    outlines = dict(codebase.outlines)
    for number, plant in enumerate(plants):
        outline = outlines[plant.importer.name]
        imports = (*outline.imports, _statement(plant, number))
        outlines[plant.importer.name] = replace(outline, imports=imports)
    return replace(codebase, outlines=outlines)


def _statement(plant: Plant, number: int) -> Import:
    return Import(
        module=plant.imported,
        name=None,
        alias=f"_planted_{number}",  # binds nothing that the module or a star import could use
        level=0,
        line=FAR_LINE + number,
        column=0,
        kind=ImportKind.IMPORT,
    )


def _place(plant: Plant, number: int) -> Place:
    return Place(plant.importer.path, FAR_LINE + number)


def _told(findings: Iterable[Finding]) -> Mapping[Place, list[Finding]]:
    found: dict[Place, list[Finding]] = {}
    for finding in findings:
        for place in (finding.place, *finding.also):
            found.setdefault(Place(place.path, place.line), []).append(finding)
    return found


def _trial(ban: Ban, told: Sequence[Iterable[Finding]], active: frozenset[str]) -> Trial:
    outcomes = tuple(_outcome(ban, findings) for findings in told)
    trial = Trial(ban, outcomes or (Outcome.UNTRIED,))
    return trial if trial.is_kept else replace(trial, reason=_reason(trial, active))


def _outcome(ban: Ban, findings: Iterable[Finding]) -> Outcome:
    states = {finding.state for finding in findings if finding.rule in ban.rules}
    if not states:
        return Outcome.MISSED
    return Outcome.ALLOWED if states == {State.ALLOWED} else Outcome.CAUGHT


def _reason(trial: Trial, active: frozenset[str]) -> str:
    ban = trial.ban
    if ban.lack:
        return ban.lack
    if ban.rules[0] not in active:
        return f"{ban.rules[0]} is off"
    if Outcome.MISSED not in trial.outcomes:
        return "an allowance permits it"
    pairs = zip(ban.plants, trial.outcomes, strict=True)
    missed = next(plant for plant, outcome in pairs if outcome is Outcome.MISSED)
    return f"{ban.rules[0]} does not find it in {missed.importer.name}"
