"""Earlier files: a project as it was where a branch began, laid out and judged for comparison."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from archlint.assembly.branch import Branch, is_telling
from archlint.assembly.contracts import with_contracts
from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.judging import judged, reads_of
from archlint.assembly.past import Then
from archlint.assembly.program import Program, read_earlier
from archlint.checks import REVIEWS
from archlint.model.audit import Audit
from archlint.model.baseline.entries import entry_of
from archlint.model.finding import Finding, State
from archlint.model.rule import Rule
from archlint.sources.cache.stamps import stamps_name
from archlint.sources.disk import Disk
from archlint.sources.git.trees import lay_out
from archlint.sources.witness import Witness


def judged_then(branch: Branch, now: Audit, witness: Witness) -> Then:
    """Judge the files of then by the settings of now, by the rules that find something new now.

    The witness is asked for what is no code, which is looked at as it is now.
    """
    asked = _asked(now)
    with TemporaryDirectory(prefix="archlint-") as name:
        earlier = _Earlier(Path(name), witness)
        is_whole = lay_out(branch.folder, branch.fork, earlier.folder, is_telling)
        then = read_earlier(branch.settings, earlier, reads_of(asked))
        found = _found(then, earlier, asked) if then else ()
        earlier.forget()
    new = tuple(entry_of(each) for each in found if each.state is State.NEW)
    return Then(new, _names(then) if then else {}, is_whole and earlier.is_repeatable)


def _asked(found: Audit) -> tuple[Rule, ...]:
    """Return the rules to ask: those with new findings, or all where one reviews all others."""
    names = {finding.rule for finding in found.new()}
    if names & REVIEWS.keys():
        return found.rules
    return tuple(rule for rule in found.rules if rule.name in names)


def _found(then: Program, earlier: Disk, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    try:
        return judged(with_contracts(then, earlier, rules), rules).findings
    except NothingToJudgeError:  # no layer was there yet
        return ()


def _names(read: Program) -> dict[str, str]:
    modules = (*read.codebase.modules, *read.codebase.tests)
    return {module.path: module.name for module in modules}


class _Earlier(Disk):
    """The files of then, laid out in a folder; what is configured is that of now."""

    def __init__(self, folder: Path, now: Witness) -> None:
        super().__init__(folder, now.disk.workers, now.disk.home)
        self._now = now

    def text(self, path: str) -> str | None:
        """Return what a file says; one that is no code, as it is now."""
        return super().text(path) if path.endswith(".py") else self._now.text(path)

    @property
    def is_repeatable(self) -> bool:
        """Whether all that was told of the files follows from what they hold."""
        return self.cache is not None and self.cache.is_repeatable

    def forget(self) -> None:
        """Remove what the cache has noted of a folder that nobody will see again."""
        if self.home:
            (self.home.path / stamps_name(self.folder)).unlink(missing_ok=True)
