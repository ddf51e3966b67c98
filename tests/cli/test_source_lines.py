"""The lines that a report quotes from files."""

from pathlib import Path

from archlint.cli.source_lines import SourceLines


def test_a_missing_file_has_no_lines(tmp_path: Path) -> None:
    assert SourceLines(tmp_path)("nowhere.py", 1) is None


def test_a_file_that_is_not_what_it_says_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = '\xff'\n")

    assert SourceLines(tmp_path)("a.py", 1) is None


def test_a_line_beyond_the_end_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\n", encoding="utf-8")

    assert SourceLines(tmp_path)("a.py", 3) is None


def test_lines_are_counted_as_python_counts_them(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"one \x0c\xc2\x85\r\ntwo\rthree\n")

    lines = SourceLines(tmp_path)

    assert [lines("a.py", number) for number in (1, 2, 3)] == ["one \x0c\x85", "two", "three"]


def test_the_encoding_of_a_file_is_heard(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n")

    assert SourceLines(tmp_path)("a.py", 2) == "x = 'é'"
