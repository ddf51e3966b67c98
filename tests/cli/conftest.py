"""Projects that the tests of the command line run in."""

from pathlib import Path

import pytest

from tests.cli.running import BROKEN, KEPT, write


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "ARCHLINT_FAIL_ON", "ARCHLINT_OUTPUT_FORMAT"):
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
