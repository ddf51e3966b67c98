"""Environments: programs of others, installed where they disturb nobody."""

import os
import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path


class InstallError(Exception):
    """A program cannot be installed; the message is what the installer said."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in a folder of its own."""

    home: Path

    def install(self, *requirements: str) -> None:
        """Make the environment, unless it is there already, and install into it."""
        if not (self.home / "pyvenv.cfg").exists():
            venv.create(self.home, with_pip=True)
        self.pip("install", *requirements)

    def tool(self, name: str) -> str:
        """Return the path of an installed program."""
        programs = "Scripts" if os.name == "nt" else "bin"
        return str(self.home / programs / name)

    def pip(self, *arguments: str) -> str:
        """Return what the installer prints; raise InstallError where it fails."""
        command = [self.tool("python"), "-m", "pip", "--disable-pip-version-check", *arguments]
        found = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
        if found.returncode:
            raise InstallError(f"{' '.join(command)}\n{found.stderr}")
        return found.stdout
