"""The example programs work, and are judged exactly as their reports say."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from archlint.cli.check import check

EXAMPLES = Path(__file__).parent.parent / "examples"
PROGRAMS = sorted(path.parent.name for path in EXAMPLES.glob("*/pyproject.toml"))
REPORT = "report.txt"


def report(program: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(EXAMPLES / program)
    result = CliRunner().invoke(check, ["--exit-zero"], standalone_mode=False)
    assert result.exception is None
    return result.stdout


def test_every_example_is_here() -> None:
    assert len(PROGRAMS) >= 6


@pytest.mark.parametrize("program", PROGRAMS)
def test_an_example_is_judged_as_its_report_says(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = report(program, monkeypatch)

    assert told == (EXAMPLES / program / REPORT).read_text(encoding="utf-8")


@pytest.mark.parametrize("program", [name for name in PROGRAMS if not name.startswith("broken")])
def test_a_kept_example_has_no_violations(program: str) -> None:
    told = (EXAMPLES / program / REPORT).read_text(encoding="utf-8")

    assert told.startswith("No violations: ")


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_tests_of_an_example_pass(program: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "default"]

    done = subprocess.run(  # noqa: S603 - our own examples
        command, cwd=EXAMPLES / program, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout
