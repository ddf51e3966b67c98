"""What an audit says of each rule and layer, for tools that run tests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archlint.assembly import Request, audit, project_folder
from archlint.assembly.request import settings_file
from archlint.cli.comparison import faults
from archlint.cli.source_lines import SourceLines
from archlint.model.audit import Audit
from archlint.model.finding import Finding, Severity
from archlint.reports import FORMATS, USUAL
from archlint.reports.manner import Manner


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a rule, or of it in one layer.

    `report` tells what fails it, "" where nothing does; `remark` tells lesser findings; `idle` says
    why there was nothing to judge. `settings` is the file that the verdict goes by, or the folder.
    """

    name: str
    settings: str
    report: str = ""
    remark: str = ""
    idle: str = ""


def verdicts(folder: Path, fail_on: str) -> Iterator[Verdict]:
    """Yield the verdicts on the project around a folder, in an order that is always the same.

    Raises ArchlintError where there is no audit.
    """
    request = Request()
    found = audit(folder, request)
    teller = _Teller(found, Manner(SourceLines(project_folder(folder, request)), summary=False))
    place = str(settings_file(folder, request) or folder)
    for name, findings in _by_rule(found):
        for verdict in teller.verdicts(name, findings, Severity(fail_on)):
            yield replace(verdict, settings=place)
    if told := list(faults(found)):
        yield Verdict("sound-rules-and-baseline", place, report="\n".join(told))


def _by_rule(found: Audit) -> Iterator[tuple[str, list[Finding]]]:
    new = found.new()
    for name in sorted(rule.name for rule in found.rules):
        yield name, [finding for finding in new if finding.rule == name]


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells some of the findings of an audit."""

    audit: Audit
    manner: Manner

    def verdicts(
        self, rule: str, findings: Iterable[Finding], fail_on: Severity
    ) -> Iterator[Verdict]:
        """Yield a verdict for each layer in which a rule is broken, or one for it as a whole."""
        graver: dict[str, list[Finding]] = {}
        lesser = []
        for finding in findings:
            if (finding.severity or Severity.ERROR).at_least(fail_on):
                graver.setdefault(finding.layer or "", []).append(finding)
            else:
                lesser.append(finding)
        for layer in sorted(graver):
            name = f"{rule}[{layer}]" if layer else rule
            yield Verdict(name, "", report=self._told(graver[layer]))
        if not graver:
            idle = {each.name: each.reason for each in self.audit.coverage.idle}
            remark = self._told(lesser)
            yield Verdict(rule, "", remark=remark, idle="" if remark else idle.get(rule, ""))

    def _told(self, findings: list[Finding]) -> str:
        chosen = replace(self.audit, findings=tuple(findings))
        return FORMATS[USUAL].tell(chosen, self.manner).rstrip()
