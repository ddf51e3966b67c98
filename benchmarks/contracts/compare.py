"""Compares archlint's verdicts on the contracts of real projects with those of import-linter."""

import argparse
import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CLONES = "https://github.com/{name}.git"


@dataclass(frozen=True)
class Project:
    """A project at a commit; `source` is the folder that its imports start from."""

    name: str
    commit: str
    source: str = "."

    def folder(self, below: Path) -> Path:
        """Return where its clone lies."""
        return below / self.name.replace("/", "+")


def main() -> int:
    """Clone, run both, print the table; the status is 1 where any verdict differs."""
    options = _parser().parse_args()
    projects = [Project(**each) for each in tomllib.loads(_list())["projects"]]
    wanted = [each for each in projects if not options.only or options.only in each.name]
    print(
        "| project | commit | modules | imports | contracts | kept | broken | not judged | differ |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    differences = []
    for project in wanted:
        clone(project, options.clones, options.url)
        theirs = run("lint_imports.py", project, options.clones)
        ours = run("archlint_contracts.py", project, options.clones)
        told = list(differing(ours, theirs))
        differences += [f"{project.name}: {each}" for each in told]
        print(row(project, ours, len(told)))
    for difference in differences:
        print(difference)
    return 1 if differences else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clones", type=Path, default=HERE / "clones", help="where clones lie")
    parser.add_argument("--url", default=CLONES, help="where to clone from, with {name}")
    parser.add_argument("--only", help="a part of the one project's name")
    return parser


def _list() -> str:
    return (HERE / "projects.toml").read_text(encoding="utf-8")


def clone(project: Project, below: Path, url: str) -> None:
    """Bring a project to the disk, at its commit."""
    folder = project.folder(below)
    if not folder.exists():
        _git("clone", "--quiet", url.format(name=project.name), str(folder))
    if _git("-C", str(folder), "rev-parse", "HEAD") != project.commit:
        _git("-C", str(folder), "checkout", "--quiet", "--detach", project.commit)


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - of a fixed list
    return done.stdout.strip()


def run(script: str, project: Project, below: Path) -> Mapping[str, Any]:
    """Have one of the two judge a project in a process of its own."""
    command = [sys.executable, str(HERE / script), project.source]
    folder = project.folder(below)
    done = subprocess.run(  # noqa: S603 - a script beside this one
        command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def differing(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
    """Yield in what the two differ: imports, verdicts, what is told of a broken contract."""
    for key in ("modules", "imports"):
        one, other = ({json.dumps(each) for each in side[key]} for side in (ours, theirs))
        yield from (f"only archlint sees {each}" for each in sorted(one - other))
        yield from (f"only import-linter sees {each}" for each in sorted(other - one))
    for name, verdict in theirs["contracts"].items():
        if ours["contracts"].get(name) != verdict:
            yield f"{name}: archlint {ours['contracts'].get(name)}, import-linter {verdict}"


def row(project: Project, ours: Mapping[str, Any], differ: int) -> str:
    """Return the line of a project."""
    verdicts = Counter(verdict["state"] for verdict in ours["contracts"].values())
    counts = (len(ours["modules"]), len(ours["imports"]), len(ours["contracts"]))
    states = (verdicts["kept"], verdicts["broken"], verdicts["not judged"], differ)
    cells = (project.name, project.commit[:8], *counts, *states)
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    sys.exit(main())
