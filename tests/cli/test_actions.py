"""What check does by itself in GitHub Actions."""

from pathlib import Path

import pytest

from tests.cli.running import HEADLINE, run
from tests.reports.reading import command

Capture = pytest.CaptureFixture[str]
ACTIONS = "GITHUB_ACTIONS"
SUMMARY = "GITHUB_STEP_SUMMARY"


@pytest.fixture
def summary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the summary, in a step of GitHub Actions."""
    file = tmp_path_factory.mktemp("runner") / "summary.md"
    file.write_text("earlier\n", encoding="utf-8")
    monkeypatch.setenv(ACTIONS, "true")
    monkeypatch.setenv(SUMMARY, str(file))
    return file


@pytest.mark.usefixtures("broken")
def test_elsewhere_nothing_is_annotated(capsys: Capture) -> None:
    assert run(capsys).err == ""


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("option", ["--output-format=concise", "--output=json=report.json"])
def test_who_chose_a_format_gets_no_other(capsys: Capture, summary: Path, option: str) -> None:
    told = run(capsys, option)

    assert told.err == ""
    assert summary.read_text(encoding="utf-8") == "earlier\n"


@pytest.mark.usefixtures("broken", "summary")
def test_a_format_of_the_environment_is_chosen_too(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("ARCHLINT_OUTPUT_FORMAT", "concise")

    assert run(capsys).err == ""


@pytest.mark.usefixtures("broken", "summary")
def test_the_code_is_annotated_and_the_report_stays_as_it_is(capsys: Capture) -> None:
    told = run(capsys)

    (annotation,) = map(command, told.err.splitlines())
    assert annotation is not None
    assert annotation.properties["file"] == "shop/domain/cart.py"
    assert told.out.startswith(HEADLINE)
    assert "::error" not in told.out


@pytest.mark.usefixtures("broken")
def test_the_summary_of_the_step_is_added_to(capsys: Capture, summary: Path) -> None:
    run(capsys)

    assert summary.read_text(encoding="utf-8").startswith("earlier\n### archlint\n")


@pytest.mark.usefixtures("broken", "summary")
def test_a_summary_that_cannot_be_written_fails_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv(SUMMARY, "/no/such/folder/summary.md")

    told = run(capsys)

    assert told.status == 1
    assert told.err.endswith(
        "note: cannot write the summary of the step: No such file or directory\n"
    )
