"""`archlint baseline` and the baseline in a check, as a user meets them."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import validate

from tests.cli.running import BROKEN, SETTINGS, Run, run, write

Capture = pytest.CaptureFixture[str]
BALANCE = "baseline 1: +0 new, -0 fixed, 1 left\n"
ACCEPTED = "shop/domain/cart.py: outward-import in shop.domain.cart, shop.adapters.db.Session"
BASKET = {"shop/domain/basket.py": "from shop.adapters.db import Session\n"}


@pytest.fixture
def accepted(broken: Path, capsys: Capture) -> Path:
    """Return a project whose one finding is in its baseline."""
    run(capsys, "baseline", "create")
    return broken


def entry(folder: Path) -> Path:
    (found,) = folder.glob(".archlint/baseline/*/*.toml")
    return found


def check(capsys: Capture, *arguments: str) -> Run:
    return run(capsys, "--output-format", "concise", *arguments)


@pytest.mark.usefixtures("broken")
def test_without_a_baseline_nothing_is_said_of_one(capsys: Capture) -> None:
    failed = check(capsys)

    assert failed.status == 1
    assert failed.err == ""


@pytest.mark.usefixtures("kept")
def test_a_clean_project_has_nothing_to_accept(capsys: Capture) -> None:
    done = run(capsys, "baseline", "create")

    assert (done.status, done.out) == (0, "nothing to accept\n")
    assert not Path(".archlint").exists()


@pytest.mark.usefixtures("broken")
def test_create_accepts_what_is_found(capsys: Capture) -> None:
    done = run(capsys, "baseline", "create")

    assert done.status == 0
    assert done.out == "accepted 1 finding of 1 rule into .archlint/baseline\n"


@pytest.mark.usefixtures("accepted")
def test_create_refuses_where_there_is_one(capsys: Capture) -> None:
    refused = run(capsys, "baseline", "create")

    assert refused.status == 2
    assert refused.err.startswith(".archlint/baseline: there is a baseline already; ")


@pytest.mark.usefixtures("accepted")
def test_a_check_passes_and_says_the_balance(capsys: Capture) -> None:
    passed = check(capsys)

    assert passed.status == 0
    assert passed.out.startswith("No violations (1 in the baseline): 3 modules, ")
    assert passed.err == BALANCE


@pytest.mark.usefixtures("accepted")
def test_quiet_says_no_balance(capsys: Capture) -> None:
    assert check(capsys, "-q").err == ""


def test_a_new_finding_fails(accepted: Path, capsys: Capture) -> None:
    write(accepted, BASKET)

    failed = check(capsys)

    assert failed.status == 1
    assert failed.out.startswith("shop/domain/basket.py:1:1: outward-import: ")
    assert "Found 1 violation (1 in the baseline) in 4 modules" in failed.out
    assert failed.err == "baseline 1: +1 new, -0 fixed, 1 left\n"


def test_a_check_never_writes(accepted: Path, capsys: Capture) -> None:
    write(accepted, {**BASKET, "shop/domain/cart.py": ""})
    before = entry(accepted).stat().st_mtime_ns

    check(capsys)

    assert entry(accepted).stat().st_mtime_ns == before


def test_a_renamed_module_is_no_new_finding(accepted: Path, capsys: Capture) -> None:
    (accepted / "shop/domain/cart.py").rename(accepted / "shop/domain/trolley.py")

    passed = check(capsys)

    assert passed.status == 0
    assert passed.err == (
        BALANCE + "note: 1 entry of the baseline has moved: archlint baseline update follows\n"
    )


def test_update_follows_and_keeps_the_reason(accepted: Path, capsys: Capture) -> None:
    kept = entry(accepted)
    kept.write_text(kept.read_text() + 'reason = "until the ledger moves"\n')
    (accepted / "shop/domain/cart.py").rename(accepted / "shop/domain/trolley.py")

    done = run(capsys, "baseline", "update")

    assert done.out == "dropped 0, followed 1\n"
    assert entry(accepted) != kept
    assert 'reason = "until the ledger moves"' in entry(accepted).read_text()
    assert check(capsys).err == BALANCE


def test_a_fixed_finding_is_told_and_no_failure(accepted: Path, capsys: Capture) -> None:
    write(accepted, {"shop/domain/cart.py": ""})

    passed = check(capsys)

    assert passed.status == 0
    assert passed.err.startswith("baseline 1: +0 new, -1 fixed, 0 left\nnote: 1 entry of the ")


def test_strict_fails_for_what_is_stale(accepted: Path, capsys: Capture) -> None:
    write(accepted, {"shop/domain/cart.py": ""})

    failed = check(capsys, "--strict")

    assert failed.status == 1
    place = entry(accepted).relative_to(accepted).as_posix()
    assert f"{place}:1:1: stale: outward-import in shop.domain.cart, shop.adapters" in failed.err
    assert check(capsys, "--strict", "--exit-zero").status == 0


@pytest.mark.usefixtures("accepted")
def test_strict_passes_where_nothing_is_stale(capsys: Capture) -> None:
    assert check(capsys, "--strict").status == 0


@pytest.mark.parametrize("limit", [("shop/adapters",), ("--select", "framework-import")])
def test_what_was_not_judged_is_not_stale(
    accepted: Path, capsys: Capture, limit: tuple[str, ...]
) -> None:
    write(accepted, {"shop/domain/cart.py": ""})

    assert check(capsys, "--strict", *limit).status == 0


def test_what_cannot_be_read_has_fixed_nothing(accepted: Path, capsys: Capture) -> None:
    write(accepted, {"shop/domain/cart.py": "from shop.adapters.db import (\n"})

    failed = check(capsys, "--strict")

    assert "stale" not in failed.err
    assert "baseline 0: +1 new, -0 fixed, 0 left" in failed.err


@pytest.mark.parametrize("verb", [("prune",), ("update",)])
def test_what_is_fixed_can_be_removed(
    accepted: Path, capsys: Capture, verb: tuple[str, ...]
) -> None:
    write(accepted, {"shop/domain/cart.py": ""})

    run(capsys, "baseline", *verb)

    assert not (accepted / ".archlint/baseline").exists()


def test_update_grows_only_when_told(accepted: Path, capsys: Capture) -> None:
    write(accepted, BASKET)

    small = run(capsys, "baseline", "update")
    grown = run(capsys, "baseline", "update", "--accept-new", "--owner", "ann")

    assert small.out == "dropped 0, followed 0; 1 new, which --accept-new takes in\n"
    assert grown.out == "dropped 0, followed 0, accepted 1\n"
    assert check(capsys).status == 0


def test_check_accepts_when_told(broken: Path, capsys: Capture) -> None:
    passed = check(capsys, "--accept-new")

    assert passed.status == 0
    assert passed.err == BALANCE
    assert entry(broken).is_file()


@pytest.mark.usefixtures("broken")
def test_the_baseline_may_be_elsewhere(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHLINT_BASELINE", str(tmp_path / "debts"))

    missing = check(capsys)
    run(capsys, "baseline", "create")

    assert missing.status == 2
    assert "there is no baseline; archlint baseline create makes one" in missing.err
    assert check(capsys).status == 0


def test_an_entry_holds_until_its_last_day(accepted: Path, capsys: Capture) -> None:
    kept = entry(accepted)
    kept.write_text(kept.read_text() + "until = 2020-01-01\n")

    failed = check(capsys)
    run(capsys, "baseline", "update", "--accept-new", "--until", "9999-01-01")

    assert failed.status == 1
    assert "baseline 1: +1 new, -0 fixed, 0 left, 1 expired\n" in failed.err
    assert "expired on 2020-01-01, so it counts: outward-import in shop.domain" in failed.err
    assert check(capsys).status == 0


def test_an_entry_that_is_none_ends_the_run_with_2(accepted: Path, capsys: Capture) -> None:
    entry(accepted).write_text("rule = \n")

    failed = check(capsys, "-q", "--exit-zero")

    assert failed.status == 2
    assert failed.out.startswith("shop/domain/cart.py:1:1: outward-import: ")
    assert ".toml:1:1: it is no TOML: " in failed.err


def test_a_layer_may_take_no_baseline(accepted: Path, capsys: Capture) -> None:
    write(
        accepted,
        {"archlint.toml": SETTINGS.replace('"domain"\n', '"domain"\nbaseline = false\n', 1)},
    )

    failed = check(capsys)

    assert failed.status == 2
    assert "Found 1 violation in 3 modules" in failed.out
    assert "domain takes no baseline (archlint.toml:2); mend the finding" in failed.err


def test_nothing_of_such_a_layer_is_accepted(broken: Path, capsys: Capture) -> None:
    write(
        broken, {"archlint.toml": SETTINGS.replace('"domain"\n', '"domain"\nbaseline = false\n', 1)}
    )

    done = run(capsys, "baseline", "create")

    assert done.out == "nothing to accept\n"
    assert "note: 1 left as new: " in done.err


@pytest.mark.usefixtures("accepted")
def test_what_is_suppressed_can_be_shown(capsys: Capture) -> None:
    shown = check(capsys, "--show-suppressed")

    assert shown.out.splitlines()[0].endswith(", which belongs to adapters (in the baseline)")


def test_status_tells_rules_owners_and_what_ends(accepted: Path, capsys: Capture) -> None:
    kept = entry(accepted)
    kept.write_text(kept.read_text() + 'owner = "ann"\nuntil = 2020-01-01\n')

    told = run(capsys, "baseline", "status")

    assert told.status == 0
    assert told.out.splitlines() == [
        "baseline 1: +1 new, -0 fixed, 0 left, 1 expired",
        "by rule:",
        "        1  outward-import",
        "by owner:",
        "        1  ann",
        "expired:",
        f"    2020-01-01, ann: {ACCEPTED}",
    ]


@pytest.mark.usefixtures("accepted")
def test_status_can_be_json(capsys: Capture) -> None:
    told = json.loads(run(capsys, "baseline", "status", "--output-format", "json").out)

    assert told["schema"] == "archlint/baseline@1"
    assert [each["rule"] for each in told["left"]] == ["outward-import"]


@pytest.mark.usefixtures("accepted")
def test_the_json_report_knows_the_state(capsys: Capture) -> None:
    told = json.loads(run(capsys, "--output-format", "json").out)

    assert told["summary"]["baseline"] == 1
    assert told["baseline"] == {
        "folder": ".archlint/baseline",
        "entries": 1,
        "left": 1,
        "moved": 0,
        "fixed": 0,
        "expired": 0,
        "stale": [],
        "faults": [],
    }
    validate(told, json.loads((files("archlint.reports") / "report.schema.json").read_text()))
    assert [each["state"] for each in told["findings"]] == ["baseline"]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("verb", ["update", "prune", "status"])
def test_what_is_not_there_cannot_be_looked_after(capsys: Capture, verb: str) -> None:
    refused = run(capsys, "baseline", verb)

    assert refused.status == 2
    assert refused.err == (
        ".archlint/baseline: there is no baseline; archlint baseline create makes one\n"
    )


def test_branches_accept_the_same_in_the_same_bytes(broken: Path, capsys: Capture) -> None:
    run(capsys, "baseline", "create")
    first = entry(broken).read_bytes()
    entry(broken).unlink()
    write(broken, {"shop/domain/cart.py": "\n\n" + BROKEN["shop/domain/cart.py"]})

    run(capsys, "baseline", "create")

    assert entry(broken).read_bytes() == first
