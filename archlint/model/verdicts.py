"""The verdicts of all checks, which the rules about what is allowed look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archlint.model.architecture.allowances import Allowance
from archlint.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the checks of `rules` found, and what the settings permit of it on that day."""

    findings: tuple[Finding, ...]
    rules: frozenset[str]
    allowances: tuple[Allowance, ...]
    today: date

    def judged(self) -> Iterator[tuple[Allowance, tuple[Finding, ...]]]:
        """Yield each allowance whose rule was judged, with the findings that it is about."""
        for allowance in self.allowances:
            if allowance.rule in self.rules:
                yield allowance, tuple(filter(allowance.covers, self.findings))
