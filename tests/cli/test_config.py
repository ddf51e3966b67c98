"""`archlint config`, from its arguments to what it prints."""

import json
from pathlib import Path

import pytest

from tests.cli.running import SETTINGS, run, write

Capture = pytest.CaptureFixture[str]
OFF = '[rules.outward-import]\nseverity = "off"\n'


@pytest.mark.usefixtures("kept")
def test_settings_that_catch_what_they_forbid_are_valid(capsys: Capture) -> None:
    valid = run(capsys, "config", "validate")

    assert (valid.status, valid.err) == (0, "")
    assert " planted imports caught, for " in valid.out
    assert "not caught" not in valid.out


@pytest.mark.usefixtures("broken")
def test_a_breach_that_is_there_already_changes_nothing(capsys: Capture) -> None:
    assert run(capsys, "config", "validate").status == 0


def test_no_file_is_touched(kept: Path, capsys: Capture) -> None:
    before = {path: path.read_bytes() for path in kept.rglob("*.py")}

    run(capsys, "config", "validate")

    assert {path: path.read_bytes() for path in kept.rglob("*.py")} == before


def test_what_is_not_caught_is_told_with_the_reason(kept: Path, capsys: Capture) -> None:
    write(kept, {"archlint.toml": OFF + SETTINGS})

    holey = run(capsys, "config", "validate")

    assert holey.status == 1
    assert holey.out.startswith("not caught  domain -> adapters  outward-import is off\n")


def test_programs_are_told_every_ban(kept: Path, capsys: Capture) -> None:
    write(kept, {"archlint.toml": OFF + SETTINGS})

    told = json.loads(run(capsys, "config", "validate", "--output-format", "json").out)

    assert (told["schema"], told["missed"]) == ("archlint/validation@1", 1)
    assert told["bans"][0] == {
        "from": "domain",
        "to": "adapters",
        "rules": ["outward-import", "outward-type-import"],
        "kept": False,
        "reason": "outward-import is off",
        "plants": [
            {
                "module": "shop.domain.order",
                "imported": "shop.adapters.db",
                "outcome": "missed",
            }
        ],
    }


def test_all_mistakes_are_told_at_once(kept: Path, capsys: Capture) -> None:
    write(kept, {"archlint.toml": 'colour = "blue"\n' + SETTINGS + "ring = -1\n"})

    refused = run(capsys, "config", "validate")

    assert (refused.status, refused.out) == (2, "")
    assert [line.split(" ")[0] for line in refused.err.splitlines()] == [
        "archlint.toml:1:1:",
        "archlint.toml:12:8:",
    ]


def test_a_pattern_that_matches_nothing_is_noted(kept: Path, capsys: Capture) -> None:
    idle = SETTINGS.replace('["shop.adapters"]', '["shop.adapters", "shop.io"]')
    write(kept, {"archlint.toml": idle})

    noted = run(capsys, "config", "validate")

    assert noted.status == 0
    assert noted.err.startswith("note: archlint.toml:10:29: the pattern 'shop.io'")


def test_settings_are_shown_with_what_was_left_out(kept: Path, capsys: Capture) -> None:
    shown = run(capsys, "config", "show")
    write(kept, {"archlint.toml": shown.out})

    again = run(capsys, "config", "show")

    assert shown.out.startswith('domain-model = "rich"\n')
    assert '\n[[layers]]\nname = "adapters"\n' in shown.out
    assert again == shown


@pytest.mark.usefixtures("kept")
def test_inferred_layers_are_shown_as_if_they_were_written(capsys: Capture) -> None:
    shown = run(capsys, "config", "show", "--isolated", "--output-format", "json")

    layers = json.loads(shown.out)["layers"]
    assert [layer["modules"] for layer in layers] == [["shop.domain"], ["shop.adapters"]]
    assert "assumed style" in shown.err


def test_the_schema_is_printed_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)

    printed = json.loads(run(capsys, "config", "schema").out)

    assert printed["properties"]["style"]["enum"][0] == "clean"
