"""Drawing: which of the candidates readers get, findings and near misses mixed."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.accuracy.sampling.reading import Harvest, Seen

QUESTIONS = Path(__file__).with_name("questions.toml")
_OF_A_PROJECT = 5
_MOST_TOLD = 20
_MOST_NEAR = 14
_FEWEST_NEAR = 6


@dataclass(frozen=True, slots=True)
class Drawn:
    """A candidate with the project that it is of."""

    harvest: Harvest
    seen: Seen

    @property
    def is_told(self) -> bool:
        """Whether archlint tells it."""
        return bool(self.seen.severity)


def questions() -> Mapping[str, str]:
    """Return what readers are asked about each rule."""
    asked: dict[str, str] = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["questions"]
    return asked


def draw(harvests: Sequence[Harvest], rule: str, seed: str) -> list[Drawn]:
    """Return items of a rule, at most five of a project, in an order by chance.

    Findings and near misses take turns, and projects do: no project is asked twice before every
    other was asked once. Where little is told there are few near misses, too.
    """
    chance = Random(f"{seed}/{rule}")  # noqa: S311 - to be repeated, not to be secret
    told = sum(each.rule == rule and bool(each.severity) for h in harvests for each in h.seen)
    most = {True: _MOST_TOLD, False: max(_FEWEST_NEAR, min(told, _MOST_NEAR))}
    taken: list[Drawn] = []
    share, count = Counter[bool](), Counter[str]()
    for one in _in_turns(harvests, rule, chance):
        if share[one.is_told] < most[one.is_told] and count[one.harvest.project] < _OF_A_PROJECT:
            taken.append(one)
            share[one.is_told] += 1
            count[one.harvest.project] += 1
    chance.shuffle(taken)
    return taken


def _in_turns(harvests: Iterable[Harvest], rule: str, chance: Random) -> Iterator[Drawn]:
    """Yield one told and one untold of each project in turn; the order of projects is chance."""
    piles: dict[tuple[str, bool], list[Drawn]] = defaultdict(list)
    for harvest in harvests:
        for seen in harvest.seen:
            if seen.rule == rule:
                piles[harvest.project, bool(seen.severity)].append(Drawn(harvest, seen))
    names = sorted({name for name, _ in piles})
    chance.shuffle(names)
    for _, pile in sorted(piles.items()):
        chance.shuffle(pile)
    while any(piles.values()):
        for name in names:
            for is_told in (True, False):
                if pile := piles[name, is_told]:
                    yield pile.pop()
