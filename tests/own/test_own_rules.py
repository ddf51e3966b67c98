"""Rules of one's own: opened, judged, and told like any other."""

import json
from pathlib import Path

import pytest

import archlint
from archlint import State, audit
from tests.cli.running import run, write
from tests.own.writing import CHECK, PAGE, PROJECT, faulty, project

Capture = pytest.CaptureFixture[str]


def rules_of(found: archlint.Audit) -> list[str]:
    return [finding.rule for finding in found.new()]


def test_a_file_that_nobody_names_is_not_run(tmp_path: Path) -> None:
    project(tmp_path, archlint_toml=PROJECT["archlint.toml"].partition("\n")[2])
    write(tmp_path, {"rules/ours.py": "raise SystemExit(7)\n"})

    assert rules_of(audit(tmp_path)) == ["outward-import"]


def test_who_is_isolated_runs_none(tmp_path: Path) -> None:
    project(tmp_path, ours_py="raise SystemExit(7)\n")

    assert "blue-name" not in audit(tmp_path, isolated=True).coverage.rules


def test_it_is_not_judged_as_a_part_of_the_project(tmp_path: Path) -> None:
    found = audit(project(tmp_path))

    assert found.coverage.modules == 4
    assert "rules/ours.py" not in {finding.place.path for finding in found.findings}


def test_it_is_found_beside_the_settings_and_not_beside_who_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path)
    monkeypatch.chdir(tmp_path / "shop")

    assert rules_of(audit()) == ["outward-import", "blue-name"]


def test_nothing_is_written_beside_it(tmp_path: Path) -> None:
    audit(project(tmp_path))

    assert sorted(path.name for path in (tmp_path / "rules").iterdir()) == [
        "blue-name.md",
        "ours.py",
    ]


def test_its_finding_is_like_any_other(tmp_path: Path) -> None:
    (finding,) = audit(project(tmp_path), select="blue-name").findings

    assert str(finding.place) == "shop/domain/ocean.py:1:1"
    assert (finding.message, finding.help) == ("BlueOcean is blue", "call it by what it does")
    assert (finding.layer, finding.symbol, finding.severity) == ("domain", "BlueOcean", "warning")


def test_its_severity_and_options_are_set_like_any_other(tmp_path: Path) -> None:
    settings = '[rules.blue-name]\nseverity = "info"\ncolour = "Sess"\n'
    project(tmp_path, archlint_toml=PROJECT["archlint.toml"] + settings)

    (finding,) = audit(tmp_path, select="blue-name").findings

    assert (finding.symbol, finding.severity) == ("Session", "info")


def test_it_can_be_ignored(tmp_path: Path) -> None:
    assert rules_of(audit(project(tmp_path), ignore="blue-name")) == ["outward-import"]


def test_a_comment_allows_what_it_finds(tmp_path: Path) -> None:
    comment = "# archlint: allow[blue-name] because it is wet"
    project(tmp_path, ocean_py=f"class BlueOcean: ...  {comment}\n")

    (finding,) = audit(tmp_path, select=["blue-name", "invalid-allowance"]).findings

    assert finding.state is State.ALLOWED


def test_the_settings_allow_what_it_finds(tmp_path: Path) -> None:
    table = '[[allowances]]\nrule = "blue-name"\nfrom = "shop.domain.ocean"\nbecause = "wet"\n'
    project(tmp_path, archlint_toml=PROJECT["archlint.toml"] + table)

    (finding,) = audit(tmp_path, select=["blue-name", "unused-allowance"]).findings

    assert (finding.state, finding.excuse) == (State.ALLOWED, "wet")


def test_it_changes_what_is_found_at_once(tmp_path: Path) -> None:
    project(tmp_path)
    audit(tmp_path)
    write(tmp_path, {"rules/ours.py": CHECK.replace("is blue", "is azure")})

    (finding,) = audit(tmp_path, select="blue-name").findings

    assert finding.message == "BlueOcean is azure"


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("yield 1 / 0", 2, "ZeroDivisionError: division by zero"),
        ("yield 3", 1, "TypeError: what is yielded is of the type int, not Breach"),
        ("raise SystemExit(1)", 2, "SystemExit: 1"),
        ("return None", 1, "TypeError: 'NoneType' object is not iterable"),
        ("return rule.number('shade')", 2, "KeyError: 'shade'"),
    ],
)
def test_one_that_fails_is_told_and_the_others_do_their_work(
    tmp_path: Path, body: str, line: int, reason: str
) -> None:
    found = audit(project(tmp_path, ours_py=faulty(body)))

    (fault,) = found.faults
    assert (fault.rule, fault.line, fault.reason) == ("blue-name", line, reason)
    assert rules_of(found) == ["outward-import"]


def test_what_is_allowed_is_not_unused_because_its_rule_failed(tmp_path: Path) -> None:
    comment = "# archlint: allow[blue-name] because it is wet"
    project(tmp_path, ours_py=faulty("yield 1 / 0"), ocean_py=f"class BlueOcean: ...  {comment}\n")

    assert rules_of(audit(tmp_path)) == ["outward-import"]


def test_a_rule_that_fails_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path, ours_py=faulty("yield 1 / 0")))

    failed = run(capsys, "check", "--exit-zero")

    assert failed.status == 3
    assert failed.out.startswith("shop/domain/cart.py:1:1: outward-import: ")
    told = "rules/ours.py:2: blue-name cannot be judged: ZeroDivisionError: division by zero\n"
    assert failed.err.endswith(told)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"ours_py": "RULES = 1\n"}, "has no table RULES = "),
        ({"ours_py": "def\n"}, "line 1: invalid syntax"),
        ({"ours_py": "\nimport nowhere_at_all\n"}, "line 2: ModuleNotFoundError: No module"),
        ({"ours_py": "raise SystemExit(7)\n"}, "line 1: SystemExit: 7"),
        ({"ours_py": "RULES = {'blue-name': 3}\n"}, "RULES has 'blue-name', which is no name"),
        (
            {"ours_py": CHECK.replace("blue-name", "x")},
            "x has no page x.md beside it: No such file",
        ),
        ({"blue_name_md": "Blue.\n"}, "blue-name.md: begins with no header"),
    ],
)
def test_one_that_cannot_be_used_is_a_mistake_in_the_settings(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    with pytest.raises(archlint.SettingsError) as raised:
        audit(project(tmp_path, **files))

    (mistake,) = raised.value.mistakes
    assert (Path(mistake.file).name, mistake.line, mistake.column) == ("archlint.toml", 1, 14)
    assert mistake.message.startswith(f"./rules/ours.py: {told}")


def test_a_file_that_is_not_there_is_a_mistake_in_the_settings(tmp_path: Path) -> None:
    project(tmp_path, archlint_toml='own-rules = ["./nowhere.py"]\n')

    with pytest.raises(archlint.SettingsError, match=r"\./nowhere\.py: cannot be read: No such"):
        audit(tmp_path)


def test_a_name_of_the_book_is_taken(tmp_path: Path) -> None:
    write(project(tmp_path), {"rules/outward-import.md": PAGE})
    write(tmp_path, {"rules/ours.py": CHECK.replace("blue-name", "outward-import")})

    with pytest.raises(archlint.SettingsError, match="outward-import is a rule of archlint; give"):
        audit(tmp_path)


def test_a_name_can_be_given_once(tmp_path: Path) -> None:
    write(project(tmp_path), {"rules/theirs.py": CHECK})
    named = '["./rules/ours.py", "./rules/theirs.py"]'
    settings = PROJECT["archlint.toml"].replace('["./rules/ours.py"]', named)
    write(tmp_path, {"archlint.toml": settings})

    with pytest.raises(
        archlint.SettingsError, match=r"theirs\.py: blue-name is a rule of \./rules"
    ):
        audit(tmp_path)


def test_what_is_no_list_is_a_mistake_in_the_settings(tmp_path: Path) -> None:
    project(tmp_path, archlint_toml='own-rules = "./rules/ours.py"\n')

    with pytest.raises(archlint.SettingsError, match=r"own-rules is '.*', not a list of texts"):
        audit(tmp_path)


def test_one_that_is_misspelled_comes_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(archlint.UnknownRuleError, match="did you mean blue-name"):
        audit(project(tmp_path), select="blue-names")


def test_its_page_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path))

    told = run(capsys, "explain", "blue-name")

    assert told.out.startswith("# blue-name: a class has a blue name\n\nwarning, about blueness")


def test_it_is_listed_after_those_of_the_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path))

    told = run(capsys, "rules")

    assert told.out.splitlines()[-1].split(maxsplit=2)[0] == "blue-name"


def test_its_finding_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path))
    (finding,) = audit(select="blue-name").findings

    told = run(capsys, "explain", finding.identity[:8])

    assert told.status == 0
    assert "A class whose name begins with a colour." in told.out


def test_code_scanning_gets_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path))

    log = json.loads(run(capsys, "check", "--output-format", "sarif").out)

    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert "begins with a colour" in json.dumps(rules["blue-name"])


def test_the_baseline_takes_what_it_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path))
    run(capsys, "baseline", "create", "--reason", "later")

    assert audit().new() == ()
    write(tmp_path, {"rules/ours.py": faulty("yield 1 / 0")})
    found = audit()
    assert found.baseline is not None
    assert found.baseline.fixed == ()


def test_a_baseline_says_that_a_rule_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path, ours_py=faulty("yield 1 / 0")))

    created = run(capsys, "baseline", "create")

    assert created.status == 3
    assert "rules/ours.py:2: blue-name cannot be judged" in created.err


def test_code_scanning_hears_that_a_rule_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project(tmp_path, ours_py=faulty("yield 1 / 0")))

    (invocation,) = json.loads(run(capsys, "check", "--output-format", "sarif").out)["runs"][0][
        "invocations"
    ]

    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    told = invocation["toolExecutionNotifications"][0]
    said = "blue-name cannot be judged: ZeroDivisionError: division by zero"
    assert (told["level"], told["message"]) == ("error", {"text": said})
    (place,) = told["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "rules/ours.py"
