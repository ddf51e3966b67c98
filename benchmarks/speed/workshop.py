"""The workshop: a folder with the tools in environments of their own, and the code."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from benchmarks.environment import Environment
from benchmarks.speed.subjects import Subject

PROJECT = Path(__file__).parents[2]
PEERS = ("import-linter==2.16", "grimp==3.19")


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folder that everything happens in."""

    folder: Path

    def furnish(self) -> None:
        """Install archlint, as it is here, and the peer of every run."""
        self._own.install(str(PROJECT), *PEERS)

    def fetch(self, subject: Subject) -> Path:
        """Download and unpack a package, write its settings, and return its folder."""
        wheels = self.folder / "wheels" / subject.package
        target = ("--python-version", "3.13", "--only-binary", ":all:")
        self._own.pip("download", "--no-deps", *target, "--dest", str(wheels), subject.requirement)
        place = self.folder / subject.package
        shutil.rmtree(place, ignore_errors=True)
        with ZipFile(next(wheels.glob("*.whl"))) as archive:
            archive.extractall(place)
        subject.write_settings(place)
        return place

    def tool(self, name: str) -> str:
        """Return the path of a program that `furnish` installed."""
        return self._own.tool(name)

    def environment(self, name: str) -> Environment:
        """Return the environment of another linter."""
        return Environment(self.folder / "peers" / name)

    def versions(self) -> dict[str, str]:
        """Return what is installed, by name."""
        told = self._own.pip("list", "--format", "freeze")
        return dict(line.split("==", 1) for line in told.splitlines() if "==" in line)

    @property
    def _own(self) -> Environment:
        return Environment(self.folder / "venv")
