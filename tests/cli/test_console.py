"""What a terminal can show: colours and columns."""

import io

import pytest

from archlint.cli.console import Colour, columns, shows_colour


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("wish", "environment", "expected"),
    [
        (Colour.AUTO, {}, True),
        (Colour.AUTO, {"NO_COLOR": "1"}, False),
        (Colour.AUTO, {"NO_COLOR": ""}, True),
        (Colour.AUTO, {"TERM": "dumb"}, False),
        (Colour.AUTO, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True),
        (Colour.ALWAYS, {"NO_COLOR": "1"}, True),
        (Colour.NEVER, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_a_terminal_is_coloured_unless_somebody_objects(
    wish: Colour, environment: dict[str, str], *, expected: bool
) -> None:
    assert shows_colour(wish, Terminal(), environment) is expected


@pytest.mark.parametrize(
    ("wish", "environment", "expected"),
    [
        (Colour.AUTO, {}, False),
        (Colour.AUTO, {"FORCE_COLOR": "1"}, True),
        (Colour.ALWAYS, {}, True),
    ],
)
def test_a_file_is_not_coloured_unless_somebody_insists(
    wish: Colour, environment: dict[str, str], *, expected: bool
) -> None:
    assert shows_colour(wish, io.StringIO(), environment) is expected


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")

    assert columns(Terminal()) == 72
    assert columns(io.StringIO()) is None
