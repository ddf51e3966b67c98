"""The task: one project to be judged as a request wants it, anew only where something changed.

What reads and judges is imported where it is needed: an audit that is kept is told without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from archlint.assembly.keeping import Keeper
from archlint.assembly.limits import require
from archlint.assembly.request import Request, baseline_of
from archlint.model.audit import Audit
from archlint.model.rule import Rule
from archlint.settings.project import ProjectSettings
from archlint.sources.disk import Disk
from archlint.sources.witness import Witness

if TYPE_CHECKING:
    from archlint.assembly.program import Program
    from archlint.model.codebase import Codebase


@dataclass(frozen=True)
class Task:
    """A request for the project around a folder, with the settings and rules that follow."""

    folder: Path
    request: Request
    settings: ProjectSettings
    rules: Sequence[Rule]
    disk: Disk

    def audit(self, keeper: Keeper | None) -> Audit:
        """Return the audit of the whole project; whoever asks for times wants it judged."""
        is_timed = self.request.stopwatch is not None
        kept = keeper.recall() if keeper and not is_timed else None
        if kept is None:
            return self._judged(keeper)
        require(self._wanted, self.settings.folder, self.disk.tree(self.settings.exclude).files)
        return kept

    def codebase(self) -> "Codebase":
        """Return the project, read."""
        return self._program.codebase

    def _judged(self, keeper: Keeper | None) -> Audit:
        from archlint.assembly.accepting import accounted
        from archlint.assembly.judging import judged

        found = judged(self._program, self.rules, self.request)
        found = accounted(found, self._program, baseline_of(self.folder, self.request))
        if keeper:
            keeper.keep(found, self._witness)
        return found

    @cached_property
    def _program(self) -> "Program":
        from archlint.assembly.contracts import with_contracts
        from archlint.assembly.judging import reads_of
        from archlint.assembly.program import read_program

        reads = reads_of(self.rules)
        read = read_program(self.settings, self._witness, reads, self._wanted)
        return with_contracts(read, self._witness, self.rules)

    @cached_property
    def _witness(self) -> Witness:
        return Witness(self.disk)

    @property
    def _wanted(self) -> Sequence[Path]:
        return [path.resolve() for path in self.request.paths]
