"""An entry of the baseline: a finding that was accepted, by its names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from archlint.model.finding import Finding, identity_of
from archlint.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is accepted, and for what `reason`, by whom, until which last day.

    `path` is where the finding was at that time. `place` is where the entry itself is kept. No
    message is kept: most messages tell a state that changes from branch to branch, and two branches
    that accept the same finding have to write the same file.
    """

    rule: str
    path: str
    module: str
    symbol: str = ""
    target: str = ""
    reason: str = ""
    owner: str = ""
    until: date | None = None
    place: Place | None = None

    @property
    def identity(self) -> str:
        """The identity of the finding."""
        return identity_of(self.rule, self.module, self.symbol, self.target)

    @property
    def described(self) -> str:
        """Say in a few words what is accepted."""
        where = f"{self.module}.{self.symbol}".strip(".") or self.path
        return f"{self.rule} in {where}" + (f", {self.target}" if self.target else "")

    def is_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today

    def on(self, terms: "Terms") -> "Entry":
        """Return the same, accepted on these terms."""
        return replace(self, reason=terms.reason, owner=terms.owner, until=terms.until)

    def following(self, finding: Finding) -> "Entry":
        """Return what is to be kept of this where the finding goes by other names now."""
        return entry_of(finding).on(Terms(self.reason, self.owner, self.until))

    def translated(self, modules: Mapping[str, str]) -> "Entry":
        """Return the same after modules were renamed, from old name to new."""
        if not modules:
            return self
        module, target = (_translated(name, modules) for name in (self.module, self.target))
        return replace(self, module=module, target=target)


@dataclass(frozen=True, slots=True)
class Terms:
    """For what reason something is accepted, by whom, and until which last day."""

    reason: str = ""
    owner: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Why an entry cannot count; `place` is in its file."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The entries that could be read, and what is wrong with the others.

    `folder` is where they are kept, as people name it.
    """

    folder: str
    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()


def entry_of(finding: Finding) -> Entry:
    """Return the entry that accepts a finding."""
    return Entry(
        rule=finding.rule,
        path=finding.place.path,
        module=finding.module,
        symbol=finding.symbol,
        target=finding.target,
    )


def _translated(dotted: str, modules: Mapping[str, str]) -> str:
    """Return a dotted name whose longest beginning that is a renamed module is that no more."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        new = modules.get(".".join(parts[:length]))
        if new is not None:
            return ".".join([new, *parts[length:]])
    return dotted
