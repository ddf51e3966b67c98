"""The README says what is true."""

from pathlib import Path

from archlint import rulebook

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_every_rule_stands_in_the_readme() -> None:
    missing = [page.name for page in rulebook.pages() if f"`{page.name}`" not in README]

    assert not missing
