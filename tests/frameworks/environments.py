"""The environments: the frameworks in the versions of the requirements files."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_VERSION = re.compile(r"==\S+")


@dataclass(frozen=True, slots=True)
class Environments:
    """Virtual environments in a folder, each made when somebody needs it first.

    A page with a requirements file of its own does not get on with the other frameworks.
    """

    folder: Path
    are_newest: bool

    def python_for(self, page: str) -> Path:
        """Return the interpreter that imports the programs of a page."""
        own = HERE / f"requirements-{page}.txt"
        requirements = own if own.is_file() else HERE / "requirements.txt"
        environment = self.folder / requirements.stem
        python = environment / "bin" / "python"
        if not python.is_file():
            self._install(environment, python, requirements)
        return python

    def _install(self, environment: Path, python: Path, requirements: Path) -> None:
        wanted = requirements.read_text(encoding="utf-8")
        wanted = _VERSION.sub("", wanted) if self.are_newest else wanted
        _run(sys.executable, "-m", "venv", str(environment))
        quiet = ("--quiet", "--disable-pip-version-check")
        _run(str(python), "-m", "pip", "install", *quiet, *wanted.split())


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603 - named above
