"""archlint as a library: what other programs use of it, as they use it."""

import subprocess
import sys
from pathlib import Path

import pytest

import archlint
from archlint import Severity, State, audit
from tests.cli.running import BROKEN, KEPT, write

PROJECT = Path(__file__).parent.parent
HEAVY = ("libcst", "grimp", "rich", "msgspec", "importlinter", "click", "archlint.assembly")
SNIPPET = """
import archlint

def new_errors(folder: str) -> list[str]:
    audit = archlint.audit(folder, select=["outward-import"], config=None)
    if audit.fails(archlint.Severity.WARNING):
        return [f"{each.place.path}: {each.message}" for each in audit.new()]
    return []

try:
    new_errors(".")
except archlint.SettingsError as error:
    print([mistake.line for mistake in error.mistakes])
except archlint.ArchlintError as error:
    print(error)
"""


MYPY = ("-m", "mypy", "--config-file=", "--python-version=3.11", "--strict", "-c")


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 # our own interpreter
        [sys.executable, *arguments], cwd=PROJECT, capture_output=True, text=True, check=False
    )


def test_who_imports_it_loads_nothing_heavy() -> None:
    told = python("-c", f"import sys, archlint; print([n for n in {HEAVY} if n in sys.modules])")

    assert told.stdout == "[]\n"


def test_a_project_that_keeps_the_rules_has_no_findings(tmp_path: Path) -> None:
    found = audit(write(tmp_path, KEPT))

    assert found.findings == ()
    assert not found.fails(Severity.INFO)
    assert found.coverage.modules == 2


def test_nothing_is_written_without_a_cache(tmp_path: Path) -> None:
    write(tmp_path, KEPT)
    before = sorted(tmp_path.rglob("*"))

    audit(tmp_path, cache=False)

    assert sorted(tmp_path.rglob("*")) == before


def test_findings_are_told_with_place_rule_and_state(tmp_path: Path) -> None:
    found = audit(str(write(tmp_path, BROKEN)))

    (finding,) = found.new()
    assert finding.rule == "outward-import"
    assert (finding.place.path, finding.place.line) == ("shop/domain/cart.py", 1)
    assert (finding.severity, finding.state) == (Severity.ERROR, State.NEW)
    assert found.fails(Severity.ERROR)


def test_the_settings_are_found_upwards(tmp_path: Path) -> None:
    found = audit(write(tmp_path, BROKEN) / "shop" / "adapters")

    assert [finding.place.path for finding in found.findings] == ["shop/domain/cart.py"]


def test_one_rule_may_be_named_as_it_is(tmp_path: Path) -> None:
    found = audit(write(tmp_path, BROKEN), ignore="outward-import")

    assert found.findings == ()
    assert "outward-import" not in found.coverage.rules


def test_a_mistake_in_the_settings_is_told_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, {**KEPT, "archlint.toml": 'style = "clean"\nlayer = 1\n'})

    with pytest.raises(archlint.SettingsError) as raised:
        audit(tmp_path)

    (mistake,) = raised.value.mistakes
    assert (mistake.line, mistake.column) == (2, 1)


def test_a_rule_that_nobody_wrote_comes_with_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(archlint.UnknownRuleError, match="did you mean outward-import"):
        audit(write(tmp_path, KEPT), select=["outward-imports"])


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_where_nothing_is_nothing_can_be_judged(tmp_path: Path, folder: str) -> None:
    with pytest.raises(archlint.NothingToJudgeError):
        audit(tmp_path / folder)


@pytest.mark.parametrize(
    "name", ["NothingToJudgeError", "OwnRulesError", "SettingsError", "UnknownRuleError"]
)
def test_whatever_is_raised_is_of_one_kind(name: str) -> None:
    assert issubclass(getattr(archlint, name), archlint.ArchlintError)


def test_settings_cannot_be_both_named_and_unwanted(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="isolated"):
        audit(tmp_path, config=tmp_path / "archlint.toml", isolated=True)


def test_every_public_name_is_there() -> None:
    missing = [name for name in archlint.__all__ if not hasattr(archlint, name)]

    assert missing == []
    assert set(archlint.__all__) <= set(dir(archlint))


def test_any_other_name_is_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'audits'"):
        archlint.audits  # noqa: B018 # the question is what happens


def test_a_type_checker_knows_every_public_name() -> None:
    pytest.importorskip("mypy")
    names = "\n".join(f"reveal_type(archlint.{name})" for name in archlint.__all__)

    checked = python(*MYPY, f"{SNIPPET}\n{names}")

    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count("Revealed type is") == len(archlint.__all__)
    assert 'is "Any"' not in checked.stdout


def test_a_type_checker_refuses_names_that_are_not_there() -> None:
    pytest.importorskip("mypy")

    checked = python(*MYPY, "import archlint\narchlint.audits()\n")

    assert "has no attribute" in checked.stdout
