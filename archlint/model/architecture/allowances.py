"""An allowance: a breach permitted on purpose, with its reason."""

from dataclasses import dataclass
from datetime import date

from archlint.model.architecture.extents import Extent
from archlint.model.architecture.patterns import Pattern
from archlint.model.finding import Finding
from archlint.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What `because` is true may stay: findings of `rule` from `source` to `target`.

    `source` is compared with the module of a finding, and with the class or function that it is
    about; `target` with what it must not know. None stands for any. What a comment allows has an
    `extent`, in which one of the places of a finding has to lie. `until` is the last day on which
    the allowance holds; `declared` is where it is written.
    """

    rule: str
    because: str
    declared: Place
    source: Pattern | None = None
    target: Pattern | None = None
    until: date | None = None
    extent: Extent | None = None

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one that this is about."""
        return (
            finding.rule == self.rule
            and (self.source is None or _is_from(self.source, finding))
            and (self.target is None or self.target.match(finding.target, "") is not None)
            and (self.extent is None or any(map(self.extent.holds, finding.places)))
        )

    def is_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today

    def permits(self, finding: Finding, today: date) -> bool:
        """Whether the finding may stay today."""
        return self.covers(finding) and not self.is_expired(today)

    def is_home_of(self, finding: Finding) -> bool:
        """Whether it stands where the class or function begins that the finding is about."""
        return self.extent is not None and self.extent.is_home_of(finding)

    @property
    def home(self) -> str:
        """The module in which it is written, "" for the settings."""
        return self.extent.module.name if self.extent else ""

    @property
    def described(self) -> str:
        """What is allowed, in words that tell two allowances apart."""
        source = f" from {self.source.text}" if self.source else ""
        target = f" to {self.target.text}" if self.target else ""
        return f"{self.rule}{source}{target}"


def _is_from(source: Pattern, finding: Finding) -> bool:
    names = (finding.module, f"{finding.module}.{finding.symbol}".rstrip("."))
    return any(source.match(name, finding.place.path) is not None for name in names)
