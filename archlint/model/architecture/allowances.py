"""An allowance: a breach permitted on purpose, with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from archlint.model.architecture.patterns import Pattern
from archlint.model.finding import Finding, State
from archlint.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What `because` is true may stay: findings of `rule` from `source` to `target`.

    `source` is compared with the module of a finding, and with the class or function that it is
    about; `target` with what it must not know. None stands for any. `until` is the last day on
    which the allowance holds; `declared` is where the settings name it.
    """

    rule: str
    because: str
    declared: Place
    source: Pattern | None = None
    target: Pattern | None = None
    until: date | None = None

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one that this is about."""
        return (
            finding.rule == self.rule
            and (self.source is None or _is_from(self.source, finding))
            and (self.target is None or self.target.match(finding.target, "") is not None)
        )

    def is_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today

    def permits(self, finding: Finding, today: date) -> bool:
        """Whether the finding may stay today."""
        return self.covers(finding) and not self.is_expired(today)

    @property
    def described(self) -> str:
        """What is allowed, in words that tell two allowances apart."""
        source = f" from {self.source.text}" if self.source else ""
        target = f" to {self.target.text}" if self.target else ""
        return f"{self.rule}{source}{target}"


def _is_from(source: Pattern, finding: Finding) -> bool:
    names = (finding.module, f"{finding.module}.{finding.symbol}".rstrip("."))
    return any(source.match(name, finding.place.path) is not None for name in names)


def excused(finding: Finding, allowances: Sequence[Allowance], today: date) -> Finding:
    """Return the finding, marked as allowed where an allowance permits it."""
    for allowance in allowances:
        if finding.state is State.NEW and allowance.permits(finding, today):
            return replace(finding, state=State.ALLOWED, excuse=allowance.because)
    return finding
