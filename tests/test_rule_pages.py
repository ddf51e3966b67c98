"""How a page of the rule book is read."""

from pathlib import Path

import pytest

from archlint import rulebook
from archlint.model.finding import Severity
from archlint.rulebook import BrokenPageError, Option, UnknownRuleError, parse_page, read_pages

HEADER = """+++
title = "a thing is blue"
pitfall = "blueness"
severity = "warning"
since = "0.1.0"
"""


def page(more: str = "") -> rulebook.Page:
    return parse_page("blue-thing", f"{HEADER}{more}+++\n\n## What it finds\n\nBlue.\n")


def test_a_page_says_what_its_header_says() -> None:
    blue = page('layers = ["domain"]\nroles = ["entity"]\n')

    assert (blue.name, blue.title, blue.serves) == ("blue-thing", "a thing is blue", "blueness")
    assert blue.severity is Severity.WARNING
    assert (blue.layers, blue.roles) == (("domain",), ("entity",))
    assert blue.body == "## What it finds\n\nBlue.\n"


def test_a_page_may_be_all_header() -> None:
    assert parse_page("blue-thing", f"{HEADER}+++\n").body == ""


def test_a_check_has_the_name_of_its_rule_unless_the_page_says_another() -> None:
    assert page().check == "blue_thing"
    assert page('check = "colours"\n').check == "colours"


def test_options_have_a_default_and_say_what_they_are_about() -> None:
    blue = page('[options.shades]\ndefault = ["navy"]\nabout = "which shades count"\n')

    assert blue.options == (Option("shades", ("navy",), "which shades count"),)
    assert blue.rule().options == {"shades": ("navy",)}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("## What it finds\n", "begins with no header"),
        ("+++\ntitle = 1\n", "begins with no header"),
        ("+++\ntitle =\n+++\n", "Invalid value"),
        (HEADER + "colour = 1\n+++\n", "unknown key colour"),
        (HEADER + 'principle = "both"\n+++\n', "either principle or pitfall"),
        (HEADER.replace("warning", "fatal") + "+++\n", "severity has to be one of error"),
        (HEADER.replace('title = "a thing is blue"', "") + "+++\n", "title has to be a text"),
        (HEADER + "layers = 3\n+++\n", "layers has to be a list of texts"),
        (HEADER + "options = 3\n+++\n", "options has to hold one table per option"),
        (HEADER + "[options.x]\ndefault = 1\n+++\n", "option x needs default and about"),
        (HEADER + "[options.x]\ndefault = {}\nabout = 'x'\n+++\n", "the default of option x"),
    ],
)
def test_a_broken_page_is_told_by_its_file_and_fault(text: str, fault: str) -> None:
    with pytest.raises(BrokenPageError) as raised:
        parse_page("blue-thing", text)

    assert str(raised.value).startswith("blue-thing.md: ")
    assert fault in str(raised.value)


def test_a_readme_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# The rules\n", encoding="utf-8")

    assert list(read_pages(tmp_path)) == []


def test_a_missing_book_is_a_broken_installation(tmp_path: Path) -> None:
    with pytest.raises(BrokenPageError, match="install archlint again"):
        list(read_pages(tmp_path / "nowhere"))


def test_an_unknown_rule_comes_with_the_nearest_known_one() -> None:
    with pytest.raises(UnknownRuleError) as raised:
        rulebook.page("outward-imports")

    assert str(raised.value) == "no rule is named outward-imports; did you mean outward-import?"


def test_a_word_unlike_any_rule_has_no_nearest_one() -> None:
    assert rulebook.nearest("xyzzy") is None


def test_the_rules_of_the_book_are_sorted_by_name() -> None:
    names = [rule.name for rule in rulebook.rules()]

    assert names == sorted(names)
    assert "outward-import" in names
