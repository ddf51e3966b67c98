"""Small projects on disk, and archlint run in them as a user does."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from archlint.cli.main import main

SETTINGS = """
[[layers]]
name = "domain"
role = "domain"
modules = ["shop.domain"]

[[layers]]
name = "adapters"
role = "adapters"
modules = ["shop.adapters"]
"""

KEPT = {
    "archlint.toml": SETTINGS,
    "shop/domain/order.py": "class Order: ...\n",
    "shop/adapters/db.py": "from shop.domain.order import Order\n",
}

BROKEN = {**KEPT, "shop/domain/cart.py": "from shop.adapters.db import Session\n"}

HEADLINE = (
    "shop/domain/cart.py:1:1: outward-import: "
    "domain imports shop.adapters.db.Session, which belongs to adapters\n"
)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run left behind."""

    status: int
    out: str
    err: str


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Run:
    status = main(arguments)
    captured = capsys.readouterr()
    return Run(status, captured.out, captured.err)


def run_apart(
    folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 # our own interpreter
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        check=False,
    )
