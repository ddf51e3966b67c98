"""The source line with its caret."""

from archlint.model.place import Place
from archlint.reports.excerpt import excerpt
from archlint.reports.manner import Manner


def shown(source: str | None, column: int) -> list[str]:
    return list(excerpt(Place("a.py", 12, column), Manner(lambda _path, _line: source)))


def test_a_place_without_source_shows_nothing() -> None:
    assert shown(None, 1) == []


def test_an_empty_line_shows_nothing() -> None:
    assert shown("   ", 1) == []


def test_a_place_beyond_its_line_has_no_caret() -> None:
    assert shown("pass", 40) == ["12 | pass"]


def test_the_caret_stands_under_the_place() -> None:
    assert shown("    import os", 5) == ["12 |     import os", "   |     ^"]


def test_the_caret_stands_right_after_tabs_and_wide_letters() -> None:
    assert shown("\t名 = order", 6) == ["12 |     名 = order", "   |          ^"]


def test_a_source_line_cannot_steer_the_terminal() -> None:
    assert shown("x = '\x1b[2J'", 1)[0] == r"12 | x = '\x1b[2J'"


def test_a_line_without_end_is_cut() -> None:
    line, _ = shown("x = " + "1" * 10_000, 1)

    assert len(line) < 200
    assert line.endswith("1 ...")


def test_on_a_terminal_a_line_is_cut_before_its_edge() -> None:
    manner = Manner(lambda _path, _line: "x = " + "1" * 100, width=80)

    line, caret = excerpt(Place("a.py", 12, 1), manner)

    assert len(line) <= 80 - 4
    assert line.endswith("1 ...")
    assert caret == "   | ^"
