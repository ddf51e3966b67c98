"""An audit: the facts of a project, judged."""

from dataclasses import dataclass

from archlint.model.architecture.architecture import Architecture
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
class Coverage:
    """What the audit looked at, so that a green run shows what it is worth.

    `imports` counts imported names of non-test modules, `judged_imports` those between two layers
    or from a layer to a library. `idle_rules` are rules that found nothing to look at.
    """

    modules: int
    layered_modules: int
    studied_modules: int
    unreadable: int
    imports: int
    judged_imports: int
    layers: tuple[LayerCoverage, ...]
    rules: tuple[str, ...]
    idle_rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that a report tells.

    Every finding has its final severity. `assumption` says in one line what was guessed where the
    project has no settings; `notes` are further remarks for the person who runs it.
    """

    architecture: Architecture
    findings: tuple[Finding, ...]
    coverage: Coverage
    rules: tuple[Rule, ...]
    assumption: str = ""
    notes: tuple[str, ...] = ()

    def new(self) -> tuple[Finding, ...]:
        """Return the findings that are neither in the baseline nor allowed."""
        return tuple(f for f in self.findings if f.state is State.NEW)

    def fails(self, threshold: Severity) -> bool:
        """Whether a new finding weighs at least `threshold`."""
        return any((f.severity or Severity.ERROR).at_least(threshold) for f in self.new())
