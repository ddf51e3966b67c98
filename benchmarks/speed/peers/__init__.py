"""Peers: other linters with rules about layers, each told the same layers."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.speed.peers import scripts, settings
from benchmarks.speed.subjects import Subject


@dataclass(frozen=True, slots=True)
class Peer:
    """Another linter: what to install, what it is told, and how it is called.

    `text` makes the content of the file that it reads: its settings, or a script where the tool is
    a library. `proof` is in what it prints once it has judged.
    """

    requirement: str
    file: str
    text: Callable[[Subject], str]
    command: tuple[str, ...]
    proof: str

    @property
    def name(self) -> str:
        """Return the name without the version."""
        return self.requirement.partition("==")[0]


PEERS = (
    Peer(
        requirement="tach==0.35.3",
        file="tach.toml",
        text=settings.for_tach,
        command=("tach", "check"),
        proof="Layer",
    ),
    Peer(
        requirement="inwards==0.7.0",
        file="pyproject.toml",
        text=settings.for_inwards,
        command=("inwards", "check", "--no-cache"),
        proof="Found",
    ),
    Peer(
        requirement="deply==1.3.0",
        file="deply.yaml",
        text=settings.for_deply,
        command=("deply", "analyze", "--config", "deply.yaml"),
        proof="dependencies_detected",
    ),
    Peer(
        requirement="PyTestArch==5.1.0",
        file=".peers/by_pytestarch.py",
        text=scripts.for_pytestarch,
        command=("python", ".peers/by_pytestarch.py"),
        proof=scripts.JUDGED,
    ),
    Peer(
        requirement="archunitpython==1.8.1",
        file=".peers/by_archunitpython.py",
        text=scripts.for_archunitpython,
        command=("python", ".peers/by_archunitpython.py"),
        proof=scripts.JUDGED,
    ),
    Peer(
        requirement="pyscn==1.33.0",
        file=".pyscn.toml",
        text=settings.for_pyscn,
        command=("pyscn", "analyze", "--select", "deps", "--json", "--no-open", "."),
        proof="Architecture:",
    ),
    Peer(
        requirement="pylint-clean-architecture==1.5.2",
        file="pyproject.toml",
        text=settings.for_pylint,
        command=(
            "pylint",
            "--load-plugins=clean_architecture_linter",
            "--disable=all",
            "--enable=W9001,W9004,W9007,W9009",
            "--recursive=y",
            "--source-roots=.",
            "--persistent=n",
            "--exit-zero",
            ".",
        ),
        proof="W9001",
    ),
)
"""All of them judge imports; the last one judges what is in functions and classes, too."""
