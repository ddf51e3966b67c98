"""Tables are put behind a file whose every byte stays."""

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from archlint.drafting.appending import CannotAppendError, appended


@given(st.text("a =#[]'\"\n\r\\", max_size=30))
def test_nothing_that_stands_there_is_touched(text: str) -> None:
    old = text.encode()
    try:
        new = appended(old, '[tool.archlint]\nstyle = "ddd"\n')
    except CannotAppendError:
        return

    assert new.startswith(old)
    assert tomli.loads(new.decode().replace("\r\n", "\n"))["tool"]["archlint"] == {"style": "ddd"}


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_one_blank_line_stands_between(end: str) -> None:
    new = appended(f'name = "shop"{end}'.encode(), "[tool.archlint]\n")

    assert new == b'name = "shop"\n\n[tool.archlint]\n'


def test_line_ends_are_those_of_the_file() -> None:
    new = appended(b'[project]\r\nname = "shop"\r\n', "[tool.archlint]\nstyle = 'ddd'\n")

    assert new == (b"[project]\r\nname = \"shop\"\r\n\r\n[tool.archlint]\r\nstyle = 'ddd'\r\n")


@pytest.mark.parametrize(
    "old", [b"tool = {}\n", b"tool.archlint.style = 'x'\n", b"broken", b"\xff"]
)
def test_a_file_that_cannot_take_a_table_is_left_alone(old: bytes) -> None:
    with pytest.raises(CannotAppendError):
        appended(old, "[tool.archlint]\nstyle = 'ddd'\n")
