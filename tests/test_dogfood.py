"""archlint judges itself, and a second doctor looks at the same layers."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from archlint.assembly import audit

PROJECT = Path(__file__).parent.parent
PLANTED = [
    ("archlint/model/place.py", "from archlint.checks import CHECKS", "outward-import"),
    ("archlint/checks/outward_import.py", "from archlint import assembly", "outward-import"),
    ("archlint/model/finding.py", "import click", "denied-library"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "archlint", tmp_path / "archlint", ignore=ignored)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def second_doctor(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    return subprocess.run(  # noqa: S603 - import-linter on a copy of our own code
        [*command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_archlint_finds_nothing_in_itself() -> None:
    found = audit(PROJECT).new()

    assert [f"{finding.place}: {finding.message}" for finding in found] == []


def test_every_module_of_archlint_is_in_a_layer() -> None:
    coverage = audit(PROJECT).coverage

    assert coverage.layered_modules == coverage.modules


@pytest.mark.parametrize(("path", "line", "rule"), PLANTED)
def test_both_doctors_see_a_planted_breach(copy: Path, path: str, line: str, rule: str) -> None:
    file = copy / path
    file.write_text(f"{line}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")

    found = audit(copy).findings
    other = second_doctor(copy)

    assert (rule, path) in {(finding.rule, finding.place.path) for finding in found}
    assert other.returncode == 1, other.stdout + other.stderr
    assert "BROKEN" in other.stdout


def test_the_second_doctor_finds_nothing_either(copy: Path) -> None:
    done = second_doctor(copy)

    assert done.returncode == 0, done.stdout + done.stderr
