"""What tests of own rules use: pages whose examples run."""

from pathlib import Path

import pytest

from archlint.testing import run_page
from tests.cli.running import write
from tests.own.writing import CHECK, PAGE

FENCE = "```"
BREAKS = f"""
## Breaks

### A blue one

`shop/domain/ocean.py`:

{FENCE}python
class BlueOcean: ...  # error
{FENCE}

`shop/adapters/db.py`:

{FENCE}python
class Session: ...
{FENCE}
"""


def book(folder: Path, examples: str) -> Path:
    write(folder, {"blue-name.md": PAGE + examples, "ours.py": CHECK})
    return folder / "blue-name.md"


def test_what_is_judged_as_it_is_marked_passes(tmp_path: Path) -> None:
    run_page(book(tmp_path, BREAKS), tmp_path / "ours.py")


def test_cases_have_no_header(tmp_path: Path) -> None:
    book(tmp_path, "")
    write(tmp_path, {"cases/blue-name.md": BREAKS})

    run_page(tmp_path / "cases" / "blue-name.md", tmp_path / "ours.py")


@pytest.mark.parametrize(
    ("examples", "told"),
    [
        ("", "no example in it"),
        (BREAKS.replace("  # error", ""), "A blue one: shop/domain/ocean.py:1 is not marked"),
        (BREAKS.replace("BlueO", "O"), "A blue one: shop/domain/ocean.py:1 is marked, and nothing"),
        (
            f"{BREAKS}\n`archlint.toml`:\n\n{FENCE}toml\na = 1\n{FENCE}\n",
            "A blue one: archlint.toml:1",
        ),
    ],
)
def test_what_is_judged_otherwise_fails_with_its_title(
    tmp_path: Path, examples: str, told: str
) -> None:
    with pytest.raises(AssertionError) as raised:
        run_page(book(tmp_path, examples), tmp_path / "ours.py")

    assert told in str(raised.value)


def test_a_page_of_no_rule_there_fails(tmp_path: Path) -> None:
    page = book(tmp_path, BREAKS).rename(tmp_path / "red-name.md")
    write(tmp_path, {"blue-name.md": PAGE})

    with pytest.raises(AssertionError, match="red-name is no rule of"):
        run_page(page, str(tmp_path / "ours.py"))
