"""What reports have to know of the run beside the audit."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from archlint import rulebook
from archlint.cli.remarks import remarks
from archlint.cli.repository import place_in_repository
from archlint.model.audit import Audit
from archlint.model.finding import Severity
from archlint.model.place import Place
from archlint.reports.run import RuleText, Run, Trouble

BASELINE = "baseline"


def run_of(audit: Audit, folder: Path, status: int, fail_on: Severity | None) -> Run:
    """Return the run that judged the project in a folder and ends with this status."""
    return Run(
        folder=place_in_repository(folder),
        fail_on=fail_on,
        status=status,
        remarks=tuple(remarks(audit)),
        rule_text=partial(_text_of, audit),
        troubles=tuple(_troubles(audit, folder)),
    )


def text_of(audit: Audit, name: str) -> RuleText:
    """Return the page of a rule of an audit, which may be an own one.

    Raises UnknownRuleError where there is no such rule.
    """
    own = {rule.name: rule for rule in audit.rules if rule.body}
    page = own.get(name) or rulebook.page(name)
    return RuleText(page.title, page.serves, page.severity, page.body)


def _troubles(audit: Audit, folder: Path) -> Iterator[Trouble]:
    for failed in audit.faults:
        place = Place(_beside(failed.file, folder), failed.line)
        yield Trouble(failed.rule, place, f"{failed.rule} cannot be judged: {failed.reason}")
    for fault in audit.baseline.faults if audit.baseline else ():
        place = replace(fault.place, path=_beside(fault.place.path, folder))
        yield Trouble(BASELINE, place, fault.message)


def _beside(file: str, folder: Path) -> str:
    """Return the path of a file as those of the audit are, from the folder of the project."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # it lies on another drive
        return Path(file).as_posix()


def _text_of(audit: Audit, name: str) -> RuleText | None:
    try:
        return text_of(audit, name)
    except rulebook.UnknownRuleError:
        return None
