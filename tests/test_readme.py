"""The README says what is true."""

from pathlib import Path

from archlint import rulebook

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
REPORT = PROJECT / "examples" / "broken-shop" / "report.txt"


def test_every_rule_stands_in_the_readme() -> None:
    missing = [page.name for page in rulebook.pages() if f"`{page.name}`" not in README]

    assert not missing


def test_the_findings_that_the_readme_shows_are_those_of_the_broken_shop() -> None:
    _, _, rest = README.partition("```text\n")
    shown, _, _ = rest.partition("\n```")
    report = REPORT.read_text(encoding="utf-8").split("\n\n")

    assert shown.split("\n\n")
    assert [block for block in shown.split("\n\n") if block not in report] == []
