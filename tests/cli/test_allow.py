"""`archlint allow`: after it, the next check finds what it found, and all of that is allowed."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.running import BROKEN, KEPT, Run, run, write

Capture = pytest.CaptureFixture[str]
CART = Path("shop/domain/cart.py")
IMPORT = "from shop.adapters.db import Session\n"


def found(capsys: Capture, *paths: str) -> list[dict[str, object]]:
    told = run(capsys, "check", "--output-format", "json", "--exit-zero", *paths)
    listed: list[dict[str, object]] = json.loads(told.out)["findings"]
    return listed


def new(capsys: Capture) -> list[str]:
    return [str(f["identity"]) for f in found(capsys) if f["state"] == "new"]


def allow(capsys: Capture, *arguments: str) -> Run:
    return run(capsys, "allow", *arguments, "--because", "the cart moves")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["abc", "--because", "b"], "'abc' is no identity of a finding, such as 2d96f8fd"),
        (["outward-import", "--because", "b"], "'outward-import' is no identity of a finding"),
        (["0000", "--because", "b"], "no finding has an identity that begins with 0000"),
        (["0000"], "Missing option '--because'"),
        (["0000", "--because", " \n"], "the reason is empty"),
        (["0000", "--because", "b", "--until", "tomorrow"], "'tomorrow' is not a date"),
        (["0000", "--because", "b", "--until", "2020-01-31"], "2020-01-31 is over"),
        (["--because", "b"], "Missing argument 'FINDING...'"),
    ],
)
@pytest.mark.usefixtures("broken")
def test_wrong_use_is_told_and_writes_nothing(
    arguments: list[str], told: str, capsys: Capture
) -> None:
    refused = run(capsys, "allow", *arguments)

    assert refused.status == 2
    assert told in refused.err
    assert CART.read_text() == IMPORT


@pytest.mark.usefixtures("broken")
def test_digits_of_several_findings_are_refused_with_both(capsys: Capture) -> None:
    lines = [f"from shop.adapters.m{number} import a\n" for number in range(800)]
    write(Path(), {f"shop/adapters/m{number}.py": "a = 1\n" for number in range(800)})
    CART.write_text("".join(lines))
    identities = new(capsys)
    digits = [each[:4] for each in identities]
    twice = next(each for each in digits if digits.count(each) > 1)

    refused = allow(capsys, twice)

    assert refused.status == 2
    assert f"findings begin with {twice}:" in refused.err
    assert all(each[:12] in refused.err for each in identities if each.startswith(twice))


@pytest.mark.usefixtures("broken")
def test_a_finding_is_allowed_where_it_stands(capsys: Capture) -> None:
    (identity,) = new(capsys)

    told = allow(capsys, identity[:8])

    line = f"{IMPORT.strip()}  # archlint: allow[outward-import] because the cart moves"
    assert told == Run(0, f"{CART.as_posix()}:1: {line}\nwrote 1 line in 1 file\n", "")
    assert CART.read_text() == f"{line}\n"
    assert [(f["identity"], f["state"]) for f in found(capsys)] == [(identity, "allowed")]


@pytest.mark.usefixtures("broken")
def test_a_dry_run_tells_the_same_and_writes_nothing(capsys: Capture) -> None:
    (identity,) = new(capsys)

    told = allow(capsys, identity, "--dry-run")

    assert told.out.endswith("because the cart moves\nwould write 1 line in 1 file\n")
    assert CART.read_text() == IMPORT


@pytest.mark.usefixtures("broken")
def test_what_is_allowed_already_is_left_as_it_is(capsys: Capture) -> None:
    (identity,) = new(capsys)
    allow(capsys, identity)
    before = CART.read_text()

    again = allow(capsys, identity)

    assert (again.status, again.out) == (0, "wrote 0 lines in 0 files\n")
    assert again.err.endswith(": outward-import is allowed already: the cart moves\n")
    assert CART.read_text() == before


@pytest.mark.usefixtures("broken")
def test_a_last_day_may_be_today(capsys: Capture) -> None:
    today = date.today()  # noqa: DTZ011 - as the verb counts
    (identity,) = new(capsys)

    allow(capsys, identity, "--until", (today + timedelta(days=1)).isoformat())

    assert f"until={today + timedelta(days=1)} because" in CART.read_text()
    assert new(capsys) == []


SHAPES = {
    "shop/domain/cart.py": (
        "from typing import TYPE_CHECKING\n\nfrom shop.adapters.db import (\n    Session,\n)\n\n"
        "if TYPE_CHECKING:\n    from shop.adapters.mail import Mail  # as ever\n\n\n"
        "def late() -> None:\n    from shop.adapters.late import x\n"
    ),
    "shop/domain/order.py": (
        "from dataclasses import dataclass\n\n\n@dataclass\nclass Order:\n    id: int\n"
        "    state: str\n    total: int\n    note: str\n\n\n"
        "async def save(\n    session: 'shop.adapters.db.Session',\n) -> None:\n    print()\n"
    ),
    "shop/domain/view.py": "from flask.views import View\n\n\nclass Show(View):\n    ...\n",
    "shop/domain/__init__.py": "from shop.adapters.db import Session\n",
    "shop/adapters/db.py": "from shop.domain.order import Order\n\n\nclass Session:\n    ...\n"
    "\n\ndef total(order: Order) -> int:\n    return order.total\n",
    "shop/adapters/mail.py": "import shop.common\n\n\nclass Mail: ...\n",
    "shop/adapters/late.py": "x = 1\n",
    "shop/common.py": "#!/usr/bin/env python\n# coding: utf-8\n'''Doc.'''\nX = 1\n",
}


@pytest.mark.parametrize("flag", [[], ["--settings"]])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.usefixtures("kept")
def test_after_it_all_that_was_found_is_allowed(
    flag: list[str], newline: str, capsys: Capture
) -> None:
    for path, text in SHAPES.items():
        write(Path(), {path: ""})
        Path(path).write_bytes(text.replace("\n", newline).encode())
    before = found(capsys)
    identities = [str(f["identity"]) for f in before]

    told = allow(capsys, *identities, *flag)

    assert told.status == 0
    assert len({f["rule"] for f in before}) >= 6
    assert {(f["identity"], f["state"]) for f in found(capsys)} == {
        (identity, "allowed") for identity in identities
    }


@pytest.mark.usefixtures("kept")
def test_settings_get_a_table_behind_them(capsys: Capture) -> None:
    write(Path(), {CART.as_posix(): IMPORT})
    (identity,) = new(capsys)
    before = Path("archlint.toml").read_text()

    told = allow(capsys, identity, "--settings")

    tables = (
        '\n[[allowances]]\nrule = "outward-import"\nfrom = "shop.domain.cart"\n'
        'to = "shop.adapters.db.Session"\nbecause = "the cart moves"\n'
    )
    assert Path("archlint.toml").read_text() == before + tables
    assert "archlint.toml:12: [[allowances]]\n" in told.out
    assert CART.read_text() == IMPORT


@pytest.mark.usefixtures("kept")
def test_a_pyproject_keeps_every_byte(capsys: Capture) -> None:
    settings = KEPT["archlint.toml"].replace("[[layers]]", "[[tool.archlint.layers]]")
    Path("archlint.toml").unlink()
    old = f'[project]\nname = "é"  # ours\n{settings}\n[tool.other]\nx = 1'.encode()
    Path("pyproject.toml").write_bytes(old)
    write(Path(), {CART.as_posix(): IMPORT})
    (identity,) = new(capsys)

    allow(capsys, identity, "--settings", "--until", "2999-03-01")

    text = Path("pyproject.toml").read_bytes()
    assert text.startswith(old)
    assert b"\n[[tool.archlint.allowances]]\n" in text
    assert text.endswith(b"\nuntil = 2999-03-01\n")
    assert new(capsys) == []


@pytest.mark.usefixtures("kept")
def test_settings_that_take_no_table_are_left_alone(capsys: Capture) -> None:
    inline = 'allowances = [{rule = "outward-import", from = "a", because = "b"}]\n'
    text = inline + BROKEN["archlint.toml"]
    write(Path(), {"archlint.toml": text, CART.as_posix(): IMPORT})
    identity = next(f for f in found(capsys) if f["rule"] == "outward-import")["identity"]

    refused = allow(capsys, str(identity), "--settings")

    assert refused.status == 2
    assert "these tables cannot be put behind it" in refused.err
    assert '[[allowances]]\nrule = "outward-import"\nfrom = "shop.domain.cart"' in refused.err
    assert Path("archlint.toml").read_text() == text


@pytest.mark.usefixtures("kept")
def test_what_stands_in_the_settings_is_allowed_there_alone(capsys: Capture) -> None:
    unused = '\n[[allowances]]\nrule = "outward-import"\nfrom = "shop"\nbecause = "b"\n'
    write(Path(), {"archlint.toml": KEPT["archlint.toml"] + unused})
    (identity,) = new(capsys)

    refused = allow(capsys, identity)

    assert refused.status == 2
    assert "what unused-allowance finds cannot be allowed" in refused.err


@pytest.mark.usefixtures("kept")
def test_a_file_that_cannot_be_read_takes_no_comment(capsys: Capture) -> None:
    write(Path(), {CART.as_posix(): "import\n"})
    (identity,) = new(capsys)

    refused = allow(capsys, identity)

    assert refused.err == f"{CART.as_posix()}: cannot be read: invalid syntax\n"
    assert allow(capsys, identity, "--settings").status == 0
    assert new(capsys) == []


@pytest.mark.usefixtures("kept")
def test_a_module_of_no_layer_is_allowed_as_a_file(capsys: Capture) -> None:
    write(Path(), {CART.as_posix(): "import shop.common\n", "shop/common.py": "import os\n"})
    (identity,) = new(capsys)

    allow(capsys, identity)

    comment = "# archlint: allow-file[unlayered-module] because the cart moves\n"
    assert Path("shop/common.py").read_text() == f"{comment}import os\n"
    assert new(capsys) == []
