"""`archlint explain FINDING`: one finding in the words of its project."""

import json
import tomllib
from pathlib import Path

import pytest

from archlint.assembly import audit
from tests.cli.running import BROKEN, HEADLINE, run, write

Capture = pytest.CaptureFixture[str]

SOLVED = {
    **BROKEN,
    "shop/domain/ports.py": (
        "from typing import Protocol\n\n\nclass Clock(Protocol):\n    def now(self) -> int: ...\n"
    ),
    "shop/adapters/clock.py": (
        "from shop.domain.ports import Clock\n\n\n"
        "class SystemClock(Clock):\n    def now(self) -> int:\n        return 1\n"
    ),
}


def _identity(folder: Path) -> str:
    (found,) = audit(folder).findings
    return found.identity


def test_digits_that_begin_no_identity_are_refused(broken: Path, capsys: Capture) -> None:
    refused = run(capsys, "explain", "0000000000")

    assert broken.is_dir()
    assert refused.status == 2
    assert refused.out == ""
    assert "no finding has an identity that begins with 0000000000" in refused.err


def test_a_project_without_findings_explains_none(kept: Path, capsys: Capture) -> None:
    refused = run(capsys, "explain", "abcd1234")

    assert kept.is_dir()
    assert refused.status == 2


def test_the_headline_comes_with_the_source_line(broken: Path, capsys: Capture) -> None:
    told = run(capsys, "explain", _identity(broken)[:8])

    assert told.status == 0
    assert told.out.startswith(
        f"{HEADLINE}    1 | from shop.adapters.db import Session\n      | ^\n"
    )


def test_digits_may_be_written_in_capitals(broken: Path, capsys: Capture) -> None:
    told = run(capsys, "explain", _identity(broken)[:8].upper())

    assert told.status == 0


def test_the_layers_are_told_with_their_rings(broken: Path, capsys: Capture) -> None:
    told = run(capsys, "explain", _identity(broken)[:8])

    assert (
        "    shop.domain.cart lies in domain, ring 0; shop.adapters.db.Session lies in adapters, "
        "ring 1, further out\n"
    ) in told.out


def test_nothing_is_said_of_others_who_have_not_solved_it(broken: Path, capsys: Capture) -> None:
    told = run(capsys, "explain", _identity(broken)[:8])

    assert "elsewhere" not in told.out


def test_a_port_that_the_project_has_is_the_precedent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(write(tmp_path, SOLVED))

    told = run(capsys, "explain", _identity(tmp_path)[:8])

    assert (
        "    shop/domain/ports.py:4: shop.domain.ports.Clock says what is needed, and "
        "shop.adapters.clock.SystemClock implements it in adapters\n"
    ) in told.out


def test_the_allowance_that_is_told_allows_the_finding(broken: Path, capsys: Capture) -> None:
    told = run(capsys, "explain", _identity(broken)[:8])

    _, _, rest = told.out.partition("what would allow it\n")
    table, _, _ = rest.partition("\n\n")
    lines = "\n".join(line.strip() for line in table.splitlines())
    assert tomllib.loads(lines)["allowances"]
    settings = broken / "archlint.toml"
    settings.write_text(f"{settings.read_text('utf-8')}\n{lines}\n", "utf-8")
    assert run(capsys, "check").status == 0


def test_what_is_allowed_already_needs_no_allowance(broken: Path, capsys: Capture) -> None:
    identity = _identity(broken)
    run(capsys, "allow", identity, "--because", "until May")

    told = run(capsys, "explain", identity)

    assert "excused: until May" in told.out
    assert "what would allow it" not in told.out


def test_programs_get_the_same_as_json(broken: Path, capsys: Capture) -> None:
    told = run(capsys, "explain", _identity(broken)[:8], "--output-format", "json")

    record = json.loads(told.out)
    assert record["schema"] == "archlint/explanation@1"
    assert record["finding"]["identity"] == _identity(broken)
    assert record["precedent"] is None
    assert record["allowance"] == {
        "rule": "outward-import",
        "from": "shop.domain.cart",
        "to": "shop.adapters.db.Session",
    }


def test_the_page_of_a_rule_can_be_had_as_json(capsys: Capture) -> None:
    record = json.loads(run(capsys, "explain", "outward-import", "--output-format", "json").out)

    assert record["name"] == "outward-import"
    assert record["severity"] == "error"
    assert "## What it finds" in record["text"]
