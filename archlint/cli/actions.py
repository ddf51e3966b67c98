"""What check does by itself in GitHub Actions: annotations beside the code, and a summary."""

from collections.abc import Mapping
from pathlib import Path

import click

from archlint.model.audit import Audit
from archlint.reports.manner import Manner

SUMMARY = "GITHUB_STEP_SUMMARY"


def runs_in_actions(environment: Mapping[str, str]) -> bool:
    """Whether this process is a step of GitHub Actions."""
    return environment.get("GITHUB_ACTIONS") == "true"


def announce(audit: Audit, manner: Manner, environment: Mapping[str, str]) -> None:
    """Annotate the code and add to the summary of the step.

    The commands go to standard error: GitHub reads both streams, and a report that is redirected
    stays whole.
    """
    from archlint.reports.github import annotations  # most runs are no step of GitHub Actions
    from archlint.reports.markdown import markdown

    for command in annotations(audit, manner.run):
        click.echo(command, err=True)
    if file := environment.get(SUMMARY):
        _add(Path(file), markdown(audit, manner))


def _add(file: Path, report: str) -> None:
    """Add a report to a file; nobody asked for it, so that a failure fails nothing."""
    try:
        with file.open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(report)
    except OSError as error:
        click.echo(f"note: cannot write the summary of the step: {error.strerror}", err=True)
