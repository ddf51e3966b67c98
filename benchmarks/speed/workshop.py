"""The workshop: a temporary folder with the tools in an environment of their own, and the code."""

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from benchmarks.speed.subjects import Subject

PROJECT = Path(__file__).parents[2]
PEERS = ("import-linter==2.16", "grimp==3.19")


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folder that everything happens in."""

    folder: Path

    def furnish(self) -> None:
        """Install archlint, as it is here, and its peers."""
        venv.create(self.folder / "venv", with_pip=True)
        self._pip("install", str(PROJECT), *PEERS)

    def fetch(self, subject: Subject) -> Path:
        """Download and unpack a package, write its settings, and return its folder."""
        wheels = self.folder / "wheels" / subject.package
        target = ("--python-version", "3.13", "--only-binary", ":all:")
        self._pip("download", "--no-deps", *target, "--dest", str(wheels), subject.requirement)
        place = self.folder / subject.package
        with ZipFile(next(wheels.glob("*.whl"))) as archive:
            archive.extractall(place)
        subject.write_settings(place)
        return place

    def tool(self, name: str) -> str:
        """Return the path of an installed program."""
        programs = "Scripts" if os.name == "nt" else "bin"
        return str(self.folder / "venv" / programs / name)

    def versions(self) -> dict[str, str]:
        """Return what is installed, by name."""
        told = self._pip("freeze", "--all")
        return dict(line.split("==", 1) for line in told.splitlines() if "==" in line)

    def _pip(self, *arguments: str) -> str:
        command = [self.tool("python"), "-m", "pip", "--disable-pip-version-check", *arguments]
        found = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
        if found.returncode:
            sys.exit(f"{' '.join(command)}\n{found.stderr}")
        return found.stdout
