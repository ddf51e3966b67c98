"""What reports have to know of the run beside the audit."""

from functools import partial
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
        rule_text=partial(_text_of, audit),
    )


def text_of(audit: Audit, name: str) -> RuleText:
    """Return the page of a rule of an audit, which may be an own one.

    Raises UnknownRuleError where there is no such rule.
    """
    own = {rule.name: rule for rule in audit.rules if rule.body}
    page = own.get(name) or rulebook.page(name)
    return RuleText(page.title, page.serves, page.severity, page.body)


def _text_of(audit: Audit, name: str) -> RuleText | None:
    try:
        return text_of(audit, name)
    except rulebook.UnknownRuleError:
        return None
