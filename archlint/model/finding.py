"""A finding: one breach of one rule at one place."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from archlint.model.place import Place


class Severity(StrEnum):
    """How much a breach weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    def at_least(self, other: "Severity") -> bool:
        """Whether this weighs as much as `other` or more."""
        order = list(Severity)
        return order.index(self) <= order.index(other)

    def raised(self, steps: int) -> "Severity":
        """Return what weighs so many levels more, at most an error; what is off stays so."""
        order = list(Severity)
        return self if self is Severity.OFF else order[max(0, order.index(self) - steps)]


class Confidence(StrEnum):
    """HIGH: every name was resolved. MEDIUM: one step was a heuristic."""

    HIGH = "high"
    MEDIUM = "medium"


class State(StrEnum):
    """Whether a finding is to be mended now; OLDER is what a branch found there already."""

    NEW = "new"
    BASELINE = "baseline"
    ALLOWED = "allowed"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that proves a breach, with what was seen there."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of an import chain: in that line `module` imports the next one."""

    path: str
    line: int
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One breach.

    `symbol` is the qualified name it concerns ("" for the whole module), `target` what it must not
    know or have. `severity` is None where the default of the rule holds. `also` lists, complete,
    the further places that are themselves this breach; `evidence` places that only prove it.
    `because` is why the layer is kept so; `excuse` why a finding that is not new may stay.
    """

    rule: str
    place: Place
    module: str
    message: str
    help: str
    symbol: str = ""
    layer: str | None = None
    target: str = ""
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    evidence: tuple[Evidence, ...] = ()
    chain: tuple[Hop, ...] = ()
    also: tuple[Place, ...] = ()
    because: str = ""
    state: State = State.NEW
    excuse: str = ""

    @property
    def places(self) -> tuple[Place, ...]:
        """All places that are this breach, the one where it is told first."""
        return (self.place, *self.also)

    @property
    def identity(self) -> str:
        """A name that survives moved lines and reworded messages: 64 hexadecimal digits."""
        return identity_of(self.rule, self.module, self.symbol, self.target)


def identity_of(rule: str, module: str, symbol: str, target: str) -> str:
    """Return the identity of a finding with these names."""
    parts = (rule, module, symbol, target)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
