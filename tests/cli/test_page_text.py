"""A page of the rule book, on a terminal."""

from archlint import rulebook
from archlint.cli.page_text import fitted
from archlint.reports.manner import plain

CODE = "```python\nx = 'a line of code that is wider than the terminal'\n# no title\n```"


def test_code_stays_as_it_is() -> None:
    assert fitted(CODE, 40, plain) == CODE


def test_a_table_stays_as_it_is() -> None:
    table = "| a | b |\n|---|---|\n| one | two |"

    assert fitted(table, 40, plain) == table


def test_a_paragraph_is_as_wide_as_the_terminal() -> None:
    text = "An inner layer\nimports an outer one, which is more than fits.\n\nMore."

    assert fitted(text, 44, plain) == (
        "An inner layer imports an outer one, which\nis more than fits.\n\nMore."
    )


def test_an_item_of_a_list_goes_on_below_its_text() -> None:
    text = (
        "1. The layer of a module is that of the most\n"
        "   specific\n   pattern.\n2. Relative.\n- A dash."
    )

    assert fitted(text, 44, plain) == (
        "1. The layer of a module is that of the most\n"
        "   specific pattern.\n"
        "2. Relative.\n"
        "- A dash."
    )


def test_no_page_loses_a_word_and_none_is_wider_than_it_has_to_be() -> None:
    for page in rulebook.pages():
        shown = fitted(page.body, 80, plain)

        assert shown.split() == page.body.split()
        prose = [line for line in _prose(shown) if " " in line.strip(" -")]
        assert max(map(len, prose)) <= 80


def _prose(text: str) -> list[str]:
    """Return the lines outside of code and tables."""
    lines, is_code = [], False
    for line in text.split("\n"):
        is_code ^= line.startswith("```")
        if not is_code and not line.startswith(("|", "#", "```")):
            lines.append(line)
    return lines
