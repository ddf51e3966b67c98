"""Scores: how often somebody was right, and how sure that is."""

import math
from dataclasses import dataclass

from benchmarks.accuracy.labels import Item

_Z = 1.959964
"""How many deviations hold 95 % of a normal distribution."""


@dataclass(slots=True)
class Score:
    """Counts of labelled items; `unlabelled` are findings that hit none.

    Precision takes clear and borderline violations together: who tells a borderline case is not
    wrong. Recall takes the clear ones: who leaves a borderline case is not wrong either.
    """

    found: int = 0
    found_borderline: int = 0
    missed: int = 0
    missed_borderline: int = 0
    wrong: int = 0
    wrong_borderline: int = 0
    left: int = 0
    unlabelled: int = 0

    def add(self, item: Item, *, is_told: bool) -> None:
        """Count one item."""
        if item.is_violation and item.is_clear:
            self.found += is_told
            self.missed += not is_told
        elif item.is_violation:
            self.found_borderline += is_told
            self.missed_borderline += not is_told
        else:
            self.wrong += is_told and item.is_clear
            self.wrong_borderline += is_told and not item.is_clear
            self.left += not is_told

    @property
    def precision(self) -> "Share":
        """How much of what was told, and is clearly one or the other, is a violation."""
        right = self.found + self.found_borderline
        return Share(right, right + self.wrong)

    @property
    def recall(self) -> "Share":
        """How many of the clear violations were told."""
        return Share(self.found, self.found + self.missed)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def interval(self) -> tuple[float, float]:
        """Return the score interval of 95 % (Wilson 1927)."""
        p, n = self.part / self.whole, self.whole
        centre = p + _Z**2 / (2 * n)
        spread = _Z * math.sqrt((p * (1 - p) + _Z**2 / (4 * n)) / n)
        scale = 1 + _Z**2 / n
        return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)

    def __str__(self) -> str:
        if not self.whole:
            return "-"
        low, high = self.interval()
        return f"{self.part / self.whole:.3f} ({low:.2f} to {high:.2f})"


def kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Return how far two readers agree beyond chance (Cohen 1960); None where none can be said."""
    answers = {answer for pair in pairs for answer in pair}
    if len(answers) < 2:  # noqa: PLR2004 - who always says the same agrees by definition
        return None
    n = len(pairs)
    seen = sum(a == b for a, b in pairs) / n
    chance = sum(
        sum(a == each for a, _ in pairs) / n * (sum(b == each for _, b in pairs) / n)
        for each in answers
    )
    return (seen - chance) / (1 - chance)
