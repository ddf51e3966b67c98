"""What a branch brought: the project as it was where the branch began, judged for comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from archlint.assembly.branch import Branch, is_telling
from archlint.assembly.contracts import with_contracts
from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.judging import judged, reads_of
from archlint.assembly.program import Program, read_earlier
from archlint.auditing import parted
from archlint.checks import REVIEWS
from archlint.model.audit import Audit
from archlint.model.baseline.entries import entry_of
from archlint.model.finding import Finding, State
from archlint.model.modules import Module
from archlint.model.rule import Rule
from archlint.sources.cache.stamps import stamps_name
from archlint.sources.disk import Disk
from archlint.sources.git.trees import lay_out


def brought(found: Audit, read: Program, branch: Branch, disk: Disk) -> Audit:
    """Return the audit, those of its new findings marked that the branch did not bring.

    They are looked for in the files of then, by the settings of now. What was allowed then and is
    not any more has been brought.
    """
    found = replace(found, since=branch.described)
    asked = _asked(found)
    if not asked:
        return found
    with TemporaryDirectory(prefix="archlint-") as name:
        earlier = _Earlier(Path(name), disk)
        lay_out(branch.folder, branch.fork, earlier.folder, is_telling)
        then = read_earlier(branch.settings, earlier, reads_of(asked))
        older = _found(then, earlier, asked) if then else ()
        earlier.forget()
    names = _renamed(then, read, branch.changes.renamed) if then else {}
    entries = [entry_of(each).translated(names) for each in older if each.state is State.NEW]
    return parted(found, read.codebase, entries)


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


def _renamed(then: Program, now: Program, paths: Mapping[str, str]) -> dict[str, str]:
    """Return what the modules of then are called now; one that has gone keeps its name."""
    names = {module.path: module.name for module in _modules(now)}
    return {m.name: names.get(paths.get(m.path, m.path), m.name) for m in _modules(then)}


def _modules(read: Program) -> tuple[Module, ...]:
    return (*read.codebase.modules, *read.codebase.tests)


class _Earlier(Disk):
    """The files of then, laid out in a folder; what is configured is that of now."""

    def __init__(self, folder: Path, now: Disk) -> None:
        super().__init__(folder, now.workers, now.home)
        self._now = now

    def text(self, path: str) -> str | None:
        """Return what a file says; one that is no code, as it is now."""
        return super().text(path) if path.endswith(".py") else self._now.text(path)

    def forget(self) -> None:
        """Remove what the cache has noted of a folder that nobody will see again."""
        if self.home:
            (self.home.path / stamps_name(self.folder)).unlink(missing_ok=True)
