"""What reports have to know of the run beside the audit."""

from pathlib import Path

from archlint import rulebook
from archlint.cli.remarks import remarks
from archlint.cli.repository import place_in_repository
from archlint.model.audit import Audit
from archlint.model.finding import Severity
from archlint.reports.run import RuleText, Run


def run_of(audit: Audit, folder: Path, status: int, fail_on: Severity | None) -> Run:
    """Return the run that judged the project in a folder and ends with this status."""
    return Run(
        folder=place_in_repository(folder),
        fail_on=fail_on,
        status=status,
        remarks=tuple(remarks(audit)),
        rule_text=_rule_text,
    )


def _rule_text(name: str) -> RuleText | None:
    try:
        page = rulebook.page(name)
    except rulebook.UnknownRuleError:
        return None
    return RuleText(page.title, page.serves, page.severity, page.body)
