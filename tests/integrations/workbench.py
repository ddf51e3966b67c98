"""The tools, installed with the ordinary clients of their languages, and archlint for them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.baseline.gitting import git, repository

PROJECT = Path(__file__).parents[2]
PYTHON = ("pre-commit>=4", "check-jsonschema>=0.33", "tox>=4", "nox>=2025.2")
NODE = ("@action-validator/core@0.6.0", "@action-validator/cli@0.6.0")
MEDDLING = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SKIP", "PRE_COMMIT_HOME", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and all that it said."""

    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Workbench:
    """A folder with the tools, a repository of archlint as it stands here, and its wheel."""

    folder: Path

    def furnish(self) -> None:
        """Install what is not there yet, and take archlint as it is now."""
        if not self._programs.is_dir():
            _call(sys.executable, "-m", "venv", str(self.folder / "python"))
            _call(str(self._programs / "pip"), "install", "--quiet", *PYTHON)
        if not (self.folder / "node_modules").is_dir():
            quiet = ("--no-fund", "--no-audit", "--ignore-scripts")
            _call("npm", "install", *quiet, "--prefix", str(self.folder), *NODE)
        for old in (self.archlint, self.wheels):
            shutil.rmtree(old, ignore_errors=True)
        self._copy()
        wheel = ("wheel", "--quiet", "--no-deps", "--wheel-dir", str(self.wheels))
        _call(str(self._programs / "pip"), *wheel, str(self.archlint))

    @property
    def archlint(self) -> Path:
        """The repository of archlint."""
        return self.folder / "archlint"

    @property
    def wheels(self) -> Path:
        """Where the wheel of archlint is."""
        return self.folder / "wheels"

    def run(self, folder: Path, tool: str, *arguments: str) -> Outcome:
        """Run a tool in a folder; what it installs may be the archlint of here."""
        kept = {name: value for name, value in os.environ.items() if name not in MEDDLING}
        own = {"PRE_COMMIT_HOME": str(self.folder / "hooks"), "PIP_FIND_LINKS": str(self.wheels)}
        paths = [str(self._programs), str(self.folder / "node_modules" / ".bin"), kept["PATH"]]
        done = subprocess.run(  # noqa: S603 - the tools that were installed
            [tool, *arguments],
            cwd=folder,
            env={**kept, **own, "PATH": os.pathsep.join(paths)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
        )
        return Outcome(done.returncode, done.stdout)

    @property
    def _programs(self) -> Path:
        return self.folder / "python" / "bin"

    def _copy(self) -> None:
        """Copy what git would commit here, so that a change can be tried before it is one."""
        listed = git(PROJECT, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
        for name in filter(None, listed.split("\0")):
            source, copy = PROJECT / name, self.archlint / name
            if source.is_file():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, copy)
        repository(self.archlint)


def _call(*command: str) -> None:
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603 - named above


def expect(outcome: Outcome, status: int, *texts: Sequence[str]) -> None:
    """Raise AssertionError where a command ended otherwise, or did not say one of the texts."""
    missing = [text for text in texts if text not in outcome.text]
    if outcome.status != status or missing:
        raise AssertionError(f"status {outcome.status}, missing {missing} in:\n{outcome.text}")
