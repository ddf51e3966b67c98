"""Outcomes: what became of each thing that the other tool's configuration says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Outcome(StrEnum):
    """How much of it the settings say."""

    MAPPED = "mapped"
    PARTLY = "partly"
    NOT = "not mapped"


UNKNOWN = "archlint has nothing that corresponds to it"
"""What is said of a key that is not read."""


@dataclass(frozen=True, slots=True)
class Item:
    """A contract, module, layer or option, and what is to be said of it."""

    kind: str
    name: str
    outcome: Outcome = Outcome.MAPPED
    says: tuple[str, ...] = ()

    def partly(self, *says: str) -> "Item":
        """Return it with something that is lost or not quite the same."""
        outcome = Outcome.PARTLY if self.outcome is Outcome.MAPPED else self.outcome
        return replace(self, outcome=outcome, says=(*self.says, *says))

    def lines(self) -> Iterable[str]:
        """Yield it as text: a headline and what is said below it."""
        yield f"{self.outcome.value}: {self.kind} {self.name}"
        for say in self.says:
            yield f"    {say}"
