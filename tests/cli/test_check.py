"""`archlint check`, from its arguments to its exit status."""

import json
from pathlib import Path

import pytest

from tests.cli.running import HEADLINE, SETTINGS, run, run_apart, write

pytestmark = pytest.mark.usefixtures("kept")
Capture = pytest.CaptureFixture[str]


def test_a_clean_project_is_no_failure_and_says_what_was_looked_at(capsys: Capture) -> None:
    clean = run(capsys, "check")

    assert clean.status == 0
    assert clean.out.startswith("No violations: 2 modules, 2 layers, ")
    assert clean.err == ""


@pytest.mark.usefixtures("broken")
def test_a_finding_fails_and_goes_to_standard_output(capsys: Capture) -> None:
    failed = run(capsys, "check", "--output-format", "concise")

    assert failed.status == 1
    assert failed.out == HEADLINE + "Found 1 violation in 3 modules of 2 layers: 1 error\n"
    assert failed.err == ""


@pytest.mark.usefixtures("broken")
def test_the_full_report_quotes_the_source(capsys: Capture) -> None:
    failed = run(capsys)

    assert failed.out.startswith(
        HEADLINE + "    1 | from shop.adapters.db import Session\n      | ^\n"
    )


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--exit-zero",),
        ("--fail-on", "never"),
        ("--ignore", "outward-import"),
        ("--select", "outward-chain,framework-import"),
        ("shop/adapters",),
    ],
)
def test_no_failure_where_the_finding_is_not_asked_for(
    capsys: Capture, arguments: tuple[str, ...]
) -> None:
    assert run(capsys, *arguments).status == 0


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--fail-on", "info"),
        ("--ignore", "outward-chain"),
        ("--select", "outward-chain,outward-import"),
        ("--select", "outward-chain", "--select", "outward-import"),
        ("shop/domain",),
        ("shop/domain/cart.py", "shop/adapters"),
    ],
)
def test_a_failure_where_the_finding_is_asked_for(
    capsys: Capture, arguments: tuple[str, ...]
) -> None:
    assert run(capsys, *arguments).status == 1


@pytest.mark.usefixtures("broken")
def test_a_severity_below_the_threshold_is_told_and_passes(broken: Path, capsys: Capture) -> None:
    write(broken, {"archlint.toml": '[rules.outward-import]\nseverity = "info"\n' + SETTINGS})

    passed = run(capsys, "--output-format", "concise", "--fail-on", "warning")

    assert passed.status == 0
    assert passed.out.startswith(HEADLINE)


def test_a_broken_setting_is_told_by_its_place(kept: Path, capsys: Capture) -> None:
    write(kept, {"archlint.toml": SETTINGS + 'colour = "blue"\n'})

    refused = run(capsys)

    assert refused.status == 2
    assert refused.out == ""
    assert refused.err.startswith("archlint.toml:11:1: ")


def test_nothing_recognisable_is_never_a_silent_green(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    empty = write(tmp_path / "elsewhere", {"blue/green.py": "x = 1\n"})
    monkeypatch.chdir(empty)

    refused = run(capsys, "--isolated")

    assert refused.status == 2
    assert "no layers recognised" in refused.err


def test_a_missing_path_is_wrong_use(capsys: Capture) -> None:
    refused = run(capsys, "shop/nowhere.py")

    assert refused.status == 2
    assert refused.err == "shop/nowhere.py: no such file or folder\n"


def test_a_misspelt_verb_is_a_missing_path_and_the_verb_is_named(capsys: Capture) -> None:
    refused = run(capsys, "explian")

    assert refused.status == 2
    assert refused.err == "explian: no such file or folder; did you mean the verb explain?\n"


def test_paths_of_two_projects_are_wrong_use(
    tmp_path: Path, broken: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Capture
) -> None:
    outside = tmp_path_factory.mktemp("outside")

    refused = run(capsys, str(broken), str(outside))

    assert refused.status == 2
    assert refused.err == f"{outside}: lies outside the project, which is {tmp_path}\n"


def test_a_path_without_a_module_is_wrong_use(broken: Path, capsys: Capture) -> None:
    (broken / "NOTES.md").touch()

    refused = run(capsys, "NOTES.md")

    assert refused.status == 2
    assert refused.err.endswith("NOTES.md: no Python module of the project lies here\n")


def test_a_project_elsewhere_is_judged_by_its_own_settings(
    broken: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: Capture,
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    failed = run(capsys, str(broken))

    assert failed.status == 1
    assert failed.out.startswith(HEADLINE)


def test_the_project_is_found_from_a_folder_inside_it(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(broken / "shop" / "domain")

    failed = run(capsys, "cart.py")

    assert failed.status == 1
    assert failed.out.startswith(HEADLINE + "    1 | from shop")


def test_an_unknown_rule_comes_with_the_nearest_one(capsys: Capture) -> None:
    refused = run(capsys, "--select", "outward-imports")

    assert refused.status == 2
    assert "no rule is named outward-imports; did you mean outward-import?" in refused.err


def test_an_unknown_option_comes_with_the_nearest_one(capsys: Capture) -> None:
    refused = run(capsys, "--slect", "outward-import")

    assert refused.status == 2
    assert "--select" in refused.err


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("--output-format", "jsonlines"), "json-lines"),
        (("--output", "sarf=a.sarif"), "sarif"),
        (("--fail-on", "eror"), "error"),
        (("init", "--style", "hexagon"), "hexagonal"),
    ],
)
def test_an_unknown_choice_comes_with_the_nearest_one(
    capsys: Capture, words: tuple[str, ...], near: str
) -> None:
    refused = run(capsys, *words)

    assert refused.status == 2
    assert f"; did you mean '{near}'?" in refused.err


@pytest.mark.usefixtures("broken")
def test_reports_go_to_files_beside_standard_output(broken: Path, capsys: Capture) -> None:
    failed = run(
        capsys, "--output", "json=out.json", "--output", "concise=out.txt", "--color", "always"
    )

    assert failed.status == 1
    assert "\x1b[" in failed.out
    assert json.loads((broken / "out.json").read_text(encoding="utf-8"))["summary"]["new"] == 1
    assert (broken / "out.txt").read_text(encoding="utf-8").startswith(HEADLINE)


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("xml=report", "'xml' is no format, known are full, concise, grouped, json"),
        ("json", "'json' names no file, write json=FILE"),
        ("json=no/such/folder", "cannot write no/such/folder: No such file or directory"),
    ],
)
def test_a_report_that_cannot_be_written_is_wrong_use(
    capsys: Capture, target: str, fault: str
) -> None:
    refused = run(capsys, "--output", target)

    assert refused.status == 2
    assert fault in refused.err.replace("\\", "/")


@pytest.mark.usefixtures("broken")
def test_an_option_can_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("ARCHLINT_FAIL_ON", "never")
    monkeypatch.setenv("ARCHLINT_OUTPUT_FORMAT", "json")

    passed = run(capsys)

    assert passed.status == 0
    assert json.loads(passed.out)["schema"] == "archlint/report@1"


def test_quiet_says_nothing_of_a_clean_project(capsys: Capture) -> None:
    clean = run(capsys, "-q")

    assert (clean.status, clean.out, clean.err) == (0, "", "")


def test_verbose_tells_what_was_looked_at_on_standard_error(capsys: Capture) -> None:
    clean = run(capsys, "-v")

    assert clean.out.count("\n") == 1
    assert "ring 0 domain, domain: 1 module\n" in clean.err
    assert clean.err.splitlines()[-1].startswith("took ")


def test_what_was_assumed_is_told_on_standard_error(kept: Path, capsys: Capture) -> None:
    (kept / "archlint.toml").unlink()

    clean = run(capsys)

    assert clean.status == 0
    assert "assumed style" in clean.err


@pytest.mark.usefixtures("broken")
def test_two_runs_give_the_same_bytes(capsys: Capture) -> None:
    first, second = (run(capsys, "--output-format", "json", "--jobs", "1") for _ in range(2))

    assert first == second


def test_an_encoding_that_cannot_write_the_source_is_survived(broken: Path) -> None:
    write(broken, {"shop/domain/cart.py": "from shop.adapters.db import Sitzung as Büro\n"})

    failed = run_apart(broken, "-m", "archlint", PYTHONIOENCODING="ascii")

    assert failed.returncode == 1
    assert rb"    1 | from shop.adapters.db import Sitzung as B\xfcro" in failed.stdout


@pytest.mark.usefixtures("broken")
def test_timings_are_told_beside_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    plain = run(capsys, "--output-format", "json")

    found = run(capsys, "--output-format", "json", "--timings")

    stages = [line.split(" s  ")[1] for line in found.err.splitlines()]
    assert found.out == plain.out
    assert (stages[0], stages[-1]) == ("resolve", "all")
    assert {"discover", "skim", "study", "outward-import"} <= {*stages}
