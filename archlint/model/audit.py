"""An audit: the facts of a project, judged."""

from dataclasses import dataclass

from archlint.model.architecture.architecture import Architecture
from archlint.model.baseline.delta import Delta
from archlint.model.faults import RuleFault
from archlint.model.finding import Finding, Severity, State
from archlint.model.rule import Rule


@dataclass(frozen=True, slots=True)
class LayerCoverage:
    """How many modules of the project lie in a layer."""

    name: str
    ring: int
    role: str | None
    modules: int


@dataclass(frozen=True, slots=True)
class IdleRule:
    """A rule that had nothing to judge, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the audit looked at, so that a green run shows what it is worth.

    `imports` counts imported names of non-test modules, `judged_imports` those of which a rule
    about layers or libraries asked where they lead. `blank_modules` are in no layer, and nothing
    is in them.
    """

    modules: int
    layered_modules: int
    studied_modules: int
    unreadable: int
    imports: int
    judged_imports: int
    layers: tuple[LayerCoverage, ...]
    rules: tuple[str, ...]
    idle: tuple[IdleRule, ...] = ()
    blank_modules: int = 0

    @property
    def idle_rules(self) -> tuple[str, ...]:
        """The names of the rules that had nothing to judge."""
        return tuple(each.name for each in self.idle)

    @property
    def telling_modules(self) -> int:
        """The number of modules in which something is that a layer could claim."""
        return self.modules - self.blank_modules


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that a report tells.

    Every finding has its final severity. `assumption` says in one line what was guessed where the
    project has no settings; `notes` are further remarks for the person who runs it. `baseline` is
    how it compares with what was accepted, None where there is no baseline. `since` names the
    revision whose findings are older, "" where no such question was asked. `faults` are own rules
    that failed while they judged: nothing is known of what they would have found.
    """

    architecture: Architecture
    findings: tuple[Finding, ...]
    coverage: Coverage
    rules: tuple[Rule, ...]
    assumption: str = ""
    notes: tuple[str, ...] = ()
    baseline: Delta | None = None
    since: str = ""
    faults: tuple[RuleFault, ...] = ()

    def new(self) -> tuple[Finding, ...]:
        """Return the findings that are neither in the baseline nor allowed."""
        return tuple(f for f in self.findings if f.state is State.NEW)

    def fails(self, threshold: Severity) -> bool:
        """Whether a new finding weighs at least `threshold`."""
        return any((f.severity or Severity.ERROR).at_least(threshold) for f in self.new())
