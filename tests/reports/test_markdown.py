"""The report for pull requests, read back by a Markdown parser."""

from dataclasses import replace

import pytest

from archlint.model.place import Place
from archlint.reports.manner import Manner
from archlint.reports.markdown import LONGEST, markdown
from tests.reports.golden import AUDIT
from tests.reports.reading import foreign_markup
from tests.reports.shop_audit import IMPORT, audit

ODD = ["a|b", "a`b", "```", "~~~", "<b>", "</details>", "<!--", "@user", "[l](k)", "**b**", "a\nb"]


def test_a_clean_report_is_its_summary() -> None:
    report = markdown(audit(), Manner())

    assert report == (
        "### archlint\n\n"
        "No violations: 214 modules, 3 layers, 2 rules, 98 % of modules in a layer\n"
    )


def test_nothing_that_was_found_is_taken_for_markup() -> None:
    assert foreign_markup(markdown(AUDIT, Manner())) == []


@pytest.mark.parametrize("text", ODD)
def test_odd_names_are_no_markup(text: str) -> None:
    odd = replace(IMPORT, place=Place(f"shop/{text}.py"), message=text, help=text)

    assert foreign_markup(markdown(audit(odd), Manner())) == []


def test_a_row_of_the_table_has_four_cells_whatever_the_path() -> None:
    report = markdown(audit(replace(IMPORT, place=Place("shop/a|b.py"))), Manner())

    (row,) = [line for line in report.splitlines() if line.startswith("| error")]
    assert row.count("|") == 5


def test_a_report_that_is_too_long_for_a_comment_is_cut_and_says_so() -> None:
    many = [
        replace(IMPORT, rule=f"rule-{rule}", target=f"shop.x{index}", message="wide " * 40)
        for rule in range(9)
        for index in range(90)
    ]

    report = markdown(audit(*many), Manner())

    assert LONGEST - 10_000 < len(report.encode()) <= LONGEST
    assert "90 in all: the others do not fit in a comment" in report
    assert report.endswith("more do not fit in a comment.\n")
    assert report.count("<details>") == report.count("</details>")
