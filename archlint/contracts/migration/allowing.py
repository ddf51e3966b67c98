"""Allowances for the imports that the other tool was told to ignore, made from real findings."""

from collections.abc import Callable, Iterable, Iterator

from archlint.contracts.migration.comparing import imported
from archlint.contracts.migration.project import expression_pattern, is_at_or_below
from archlint.contracts.migration.proposal import NewAllowance, Proposal
from archlint.contracts.migration.translation import Excuse
from archlint.model.code.names.dependencies import Dependency
from archlint.model.finding import Finding


def allowances(
    proposal: Proposal,
    findings: Iterable[Finding],
    dependencies: Iterable[Dependency],
    library_of: Callable[[str], str],
) -> Iterator[NewAllowance]:
    """Yield an allowance for each finding that an excuse is about, so that none is idle.

    `library_of` returns the name under which findings tell a package from outside.
    """
    excused = {
        (d.place.path, d.place.line, d.target or library_of(d.library)): excuse
        for d in dependencies
        for excuse in proposal.translation.excuses
        if imported(d) and excuse.covers(d.importer.name, imported(d))
    }
    for finding in findings:
        for (path, line, target), excuse in excused.items():
            is_here = (path, line) == (finding.place.path, finding.place.line)
            if is_here and is_at_or_below(finding.target, target):
                yield _allowance(finding, excuse)
                break


def _allowance(finding: Finding, excuse: Excuse) -> NewAllowance:
    source = finding.module
    if "*" in excuse.importer:
        source = excuse.importer
    elif finding.place.path.endswith("/__init__.py"):
        source = f"{finding.module}.__init__"
    above = finding.target
    while above and not expression_pattern(excuse.imported).fullmatch(above):
        above = above.rpartition(".")[0]
    target = excuse.imported if above else finding.target
    return NewAllowance(finding.rule, source, target, excuse.because)
