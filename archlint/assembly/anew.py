"""An audit made anew: read, judged, compared with what was accepted or was there before."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archlint.assembly.accepting import accounted
from archlint.assembly.branch import Branch
from archlint.assembly.branching import brought
from archlint.assembly.contracts import with_contracts
from archlint.assembly.judging import judged, reads_of
from archlint.assembly.keeping import Keeper
from archlint.assembly.program import read_program
from archlint.assembly.request import Request, baseline_of
from archlint.model.audit import Audit
from archlint.model.rule import Rule
from archlint.settings.project import ProjectSettings
from archlint.sources.disk import Disk
from archlint.sources.witness import Witness


@dataclass(frozen=True, slots=True)
class Task:
    """A request for the project around a folder, with the settings and rules that follow.

    `branch` is what to compare with, None where only the present is asked about.
    """

    folder: Path
    request: Request
    settings: ProjectSettings
    rules: Sequence[Rule]
    branch: Branch | None

    def audit(self, disk: Disk, keeper: Keeper | None, wanted: Sequence[Path]) -> Audit:
        """Judge the whole project, and let the keeper have the audit."""
        witness = Witness(disk)
        read = read_program(self.settings, witness, reads_of(self.rules), wanted)
        read = with_contracts(read, witness, self.rules)
        found = judged(read, self.rules, self.request)
        found = accounted(found, read, baseline_of(self.folder, self.request))
        if keeper:
            keeper.keep(found, witness)
        return brought(found, read, self.branch, disk) if self.branch else found
