"""A rule: what the book says, with what the settings make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from archlint.model.finding import Severity

OptionValue = int | float | bool | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as this project holds it.

    `severity` is the default of the page. `override` is what the settings say instead, if they do;
    it also replaces the softened severities that a check gives on its own.
    `layers` are the names or roles of the layers that it looks at, () for all of them.
    `options` are the rule's own, by their names in the settings, with their defaults filled in.
    `beside` are the rules that are judged in the same run, by name: what one of them tells another
    one need not.
    `serves` and `body` are what the page of a rule says that is not in the book: the principle or
    pitfall, and the text. `graver_in` are the styles in which what it finds weighs more, `steps` by
    how many levels it does.
    """

    name: str
    title: str
    severity: Severity
    override: Severity | None = None
    layers: tuple[str, ...] = ()
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    beside: Mapping[str, "Rule"] = field(default_factory=dict)
    serves: str = ""
    body: str = ""
    graver_in: tuple[str, ...] = ()
    steps: int = 0

    @property
    def is_off(self) -> bool:
        """Whether nobody wants to hear of it."""
        return (self.override or self.severity) is Severity.OFF

    def severity_of(self, given: Severity | None) -> Severity:
        """Return the severity of a finding to which the check gave `given`."""
        return self.override or (given or self.severity).raised(self.steps)

    def under(self, style: str) -> "Rule":
        """Return the rule as it is in a style that the settings name."""
        return replace(self, steps=1) if style in self.graver_in else self

    def number(self, option: str) -> float:
        """Return a numeric option."""
        value = self.options[option]
        if isinstance(value, int | float):
            return value
        raise TypeError(f"option {option} of {self.name} is not a number: {value!r}")

    def names(self, option: str) -> tuple[str, ...]:
        """Return an option that lists names."""
        value = self.options[option]
        if isinstance(value, tuple):
            return value
        raise TypeError(f"option {option} of {self.name} is not a list: {value!r}")
