"""An extent: what of a file a comment is about."""

from dataclasses import dataclass

from archlint.model.finding import Finding
from archlint.model.modules import Module
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Extent:
    """Some lines of a module, or where `last` is None all of them.

    `definition` is the class or function of which these lines are the head.
    """

    module: Module
    first: int = 1
    last: int | None = None
    definition: str = ""

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        if place.path != self.module.path:
            return False
        return self.last is None or self.first <= place.line <= self.last

    def is_home_of(self, finding: Finding) -> bool:
        """Whether the class or function that a finding is about begins here."""
        if not finding.symbol or not self.holds(finding.place):
            return False
        return self.last is None or finding.symbol.rpartition(".")[2] == self.definition
