"""Speaking: what comments allow, of which each names one or more rules."""

from collections.abc import Iterator
from typing import NamedTuple

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.extents import Extent
from archlint.model.facts.remarks import Remark, RemarkKind
from archlint.model.modules import Module
from archlint.model.place import Place


class Spoken(NamedTuple):
    """What a comment of a module says to archlint."""

    module: Module
    remark: Remark

    @property
    def place(self) -> Place:
        """Where the comment stands."""
        return Place(self.module.path, self.remark.line, self.remark.column + 1)

    def allowances(self) -> Iterator[Allowance]:
        """Yield what it allows, rule by rule; nothing where it is malformed."""
        remark = self.remark
        if remark.fault or remark.kind is RemarkKind.ROLE:
            return
        for rule in remark.names:
            yield Allowance(
                rule=rule,
                because=remark.because,
                declared=self.place,
                until=remark.until,
                extent=self._extent(),
            )

    def _extent(self) -> Extent:
        if self.remark.kind is RemarkKind.ALLOW_FILE:
            return Extent(self.module)
        return Extent(self.module, self.remark.first, self.remark.last, self.remark.definition)
