"""Projects that the tests of the command line run in."""

from pathlib import Path

import pytest

from tests.cli.running import BROKEN, KEPT, write

MEDDLING = (
    "ARCHLINT_FAIL_ON",
    "ARCHLINT_OUTPUT_FORMAT",
    "FORCE_COLOR",
    "FORCE_HYPERLINK",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "NO_COLOR",
    "NO_HYPERLINK",
)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MEDDLING:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project without findings, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, KEPT)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with one finding, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, BROKEN)
