"""Checkouts: the labelled projects on the disk, at the commit that was labelled."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import rmtree

from benchmarks.accuracy.contest import Subject
from benchmarks.accuracy.labels import Project

_HOST = "https://github.com"


def subjects(projects: Iterable[Project], folder: Path, *, fetch: bool) -> Iterator[Subject]:
    """Yield the projects that are there; say of each other that it is not, or is another one."""
    for project in projects:
        checkout = folder / project.name
        if fetch and not checkout.exists():
            _clone(project, checkout)
        if not checkout.is_dir():
            _say(f"{project.name} is not in {folder}, and not measured")
            continue
        commit = _git("-C", str(checkout), "rev-parse", "HEAD").stdout.strip()
        if commit != project.commit:
            _say(
                f"{project.name} is at {commit or 'no commit'}, its labels are of {project.commit}"
            )
        yield Subject(project, checkout)


def _clone(project: Project, checkout: Path) -> None:
    """Fetch the one commit that was labelled, without the history before it."""
    steps = (
        ("init", "--quiet", str(checkout)),
        ("-C", str(checkout), "fetch", "--quiet", "--depth=1", f"{_HOST}/{project.address}",
         project.commit),
        ("-C", str(checkout), "checkout", "--quiet", "FETCH_HEAD"),
    )  # fmt: skip
    for step in steps:
        done = _git(*step)
        if done.returncode:
            rmtree(checkout, ignore_errors=True)  # half a clone would count as one
            _say(f"{project.name} cannot be fetched: {done.stderr.strip()}")
            return


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603


def _say(remark: str) -> None:
    print(remark, file=sys.stderr)
