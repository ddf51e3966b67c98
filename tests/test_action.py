"""The action of GitHub: what its steps do, run with what a runner gives them."""

import re
import sys
from pathlib import Path

import pytest

from tests.action_steps import Runner, action, steps
from tests.ci_page import PAGE

PYTHON = "steps.python.outputs.python-path || 'python3'"
ARCHLINT = "steps.install.outputs.archlint"
RECORDING = '#!/bin/sh\nprintf "%s\\n" "$@" > "$RUNNER_TEMP/words"\nexit {status}\n'


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """Return a runner whose workspace is empty."""
    (tmp_path / "work").mkdir()
    return Runner(tmp_path, tmp_path / "work")


def recording(runner: Runner, status: int = 0) -> str:
    """Return a program that writes down how it was called."""
    program = runner.temp / "archlint"
    program.write_text(RECORDING.format(status=status), encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def words(runner: Runner) -> list[str]:
    return (runner.temp / "words").read_text(encoding="utf-8").splitlines()


def test_no_input_is_pasted_into_a_script() -> None:
    scripts = [step["run"] for step in steps().values() if "run" in step]

    assert scripts
    assert not any("${{" in script for script in scripts)


def test_every_input_stands_on_the_page_with_its_default() -> None:
    page = PAGE.read_text(encoding="utf-8")

    row = r"^\| `([\w-]+)` \|.*\| (?:`(.*)`|that of the action)? ?\|$"
    rows = re.findall(row, page, re.MULTILINE)
    said = {name: value["default"] for name, value in action()["inputs"].items()}
    assert dict(rows) == said


def test_the_check_is_asked_for_nothing_else(runner: Runner) -> None:
    done = runner.run("check", {ARCHLINT: recording(runner)})

    assert done.returncode == 0, done.stderr
    assert words(runner) == ["check"]
    assert runner.outputs() == {}


def test_arguments_are_split_at_white_space_and_stay_as_they_are(runner: Runner) -> None:
    (runner.workspace / "a.py").touch()

    runner.run("check", {ARCHLINT: recording(runner), "inputs.args": "--since  x\n*.py $(id)"})

    assert words(runner) == ["check", "--since", "x", "*.py", "$(id)"]


def test_a_report_for_code_scanning_leaves_the_summary_to_markdown(runner: Runner) -> None:
    runner.run("check", {ARCHLINT: recording(runner), "inputs.sarif": "a b.sarif"})

    summary = f"markdown={runner.temp / 'summary.md'}"
    assert words(runner) == ["check", "--output", "sarif=a b.sarif", "--output", summary]


def test_only_a_report_that_was_written_is_uploaded(runner: Runner) -> None:
    asked = {ARCHLINT: recording(runner, status=2), "inputs.sarif": "r.sarif"}

    refused = runner.run("check", asked)

    assert refused.returncode == 2
    assert runner.outputs() == {}


def test_findings_are_uploaded_and_fail_the_step(runner: Runner) -> None:
    (runner.workspace / "r.sarif").touch()

    found = runner.run("check", {ARCHLINT: recording(runner, status=1), "inputs.sarif": "r.sarif"})

    assert found.returncode == 1
    assert runner.outputs() == {"sarif": "true"}


def test_nothing_is_kept_where_nobody_wants_it(runner: Runner) -> None:
    runner.run("check", {ARCHLINT: recording(runner), "inputs.cache": "false"})

    assert words(runner) == ["check", "--no-cache"]


def test_the_project_may_lie_in_a_folder_of_its_own(runner: Runner) -> None:
    (runner.workspace / "back end").mkdir()
    program = Path(recording(runner))
    program.write_text('#!/bin/sh\npwd > "$RUNNER_TEMP/words"\n', encoding="utf-8")

    runner.run("check", {ARCHLINT: str(program), "inputs.path": "back end"})

    assert words(runner) == [str(runner.workspace / "back end")]


@pytest.mark.parametrize(("version", "wanted"), [("", "{action}"), ("0.1.0", "archlint==0.1.0")])
def test_the_action_installs_itself_or_the_version_that_is_asked_for(
    runner: Runner, version: str, wanted: str
) -> None:
    python = runner.temp / "python"
    python.write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\n'
        'printf \'#!/bin/sh\\nfor w; do echo "$w"; done > "$RUNNER_TEMP/words"\\n\''
        ' > "$3/bin/python"\nchmod +x "$3/bin/python"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)

    done = runner.run("install", {PYTHON: str(python), "inputs.version": version})

    assert done.returncode == 0, done.stderr
    own = runner.environment()["GITHUB_ACTION_PATH"]
    assert words(runner)[-1] == wanted.format(action=own)
    assert runner.outputs() == {"archlint": f"{runner.temp}/archlint/bin/archlint"}


def test_a_real_check_annotates_and_writes_the_summary(runner: Runner) -> None:
    (runner.workspace / "archlint.toml").write_text(
        '[[layers]]\nname = "domain"\nrole = "domain"\nmodules = ["shop"]\n', encoding="utf-8"
    )
    (runner.workspace / "shop.py").write_text("import sqlalchemy\n", encoding="utf-8")
    program = Path(sys.executable).with_name("archlint")

    done = runner.run("check", {ARCHLINT: str(program)})

    assert done.returncode == 1
    assert "::error" in done.stderr
    assert "### archlint" in (runner.temp / "summary.md").read_text(encoding="utf-8")
