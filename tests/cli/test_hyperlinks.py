"""Links in a terminal."""

import io
from pathlib import Path

import pytest

from archlint import rulebook
from archlint.cli.hyperlinks import file_link, rule_link, shows_links
from tests.cli.test_console import Terminal

KITTY = {"TERM": "xterm-kitty"}


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TERM": "xterm-256color"},
        {"VTE_VERSION": "4999"},
        {**KITTY, "NO_HYPERLINK": "1"},
        {**KITTY, "FORCE_HYPERLINK": "0"},
        {"TERM": "dumb", "WT_SESSION": "1"},
        {**KITTY, "CI": "true"},
    ],
)
def test_a_terminal_that_may_not_follow_links_gets_none(environment: dict[str, str]) -> None:
    assert not shows_links(Terminal(), environment)


@pytest.mark.parametrize(
    "environment",
    [
        KITTY,
        {"TERM_PROGRAM": "WezTerm"},
        {"VTE_VERSION": "7600"},
        {"WT_SESSION": "1"},
        {"FORCE_HYPERLINK": "1", "NO_HYPERLINK": "1"},
    ],
)
def test_a_terminal_that_follows_links_gets_them(environment: dict[str, str]) -> None:
    assert shows_links(Terminal(), environment)


def test_a_file_gets_links_only_by_force() -> None:
    assert not shows_links(io.StringIO(), KITTY)
    assert shows_links(io.StringIO(), {"FORCE_HYPERLINK": "1"})


def test_a_rule_without_a_page_leads_nowhere() -> None:
    assert rule_link({})("own", "own-rule") == "own"


def test_an_own_rule_leads_to_its_page_beside_its_check(tmp_path: Path) -> None:
    page = tmp_path / "own-rule.md"
    page.touch()

    linked = rule_link({"own-rule": page})("own", "own-rule")

    assert linked == f"\x1b]8;;{page.as_uri()}\x1b\\own\x1b]8;;\x1b\\"


def test_a_rule_leads_to_its_page() -> None:
    page = (rulebook.folder() / "outward-import.md").as_uri()

    linked = rule_link({})("outward-import", "outward-import")

    assert linked == f"\x1b]8;;{page}\x1b\\outward-import\x1b]8;;\x1b\\"


def test_a_file_of_any_name_makes_a_link_without_signs_that_end_it(tmp_path: Path) -> None:
    linked = file_link(tmp_path, {})("here", "a b\x1b\udce9.py")

    assert f"{tmp_path.as_uri()}/a%20b%1B%E9.py\x1b\\here" in linked


def test_where_a_terminal_knows_lines_by_itself_files_have_no_link(tmp_path: Path) -> None:
    link = file_link(tmp_path, {"TERM_PROGRAM": "vscode"})

    assert link("a.py:3:1", "a.py") == "a.py:3:1"
