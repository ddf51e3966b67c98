"""The line that says how far a run is."""

import os
import pty
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from archlint.cli.progress import ProgressLine, progress_on, shows_progress
from tests.cli.running import KEPT, write


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def seen(written: str) -> str:
    """Return what stands in the line of a terminal after all that was written to it."""
    line: list[str] = []
    for part in written.split("\r"):
        line[: len(part)] = part
    return "".join(line)


def interrupted(terminal: Terminal) -> None:
    with progress_on(terminal, {}, is_wanted=True) as line:
        assert line is not None
        line._next = 0  # noqa: SLF001 - a second later
        line.begin("reading files", 200)
        raise KeyboardInterrupt


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"CI": "true"}])
def test_nothing_is_shown_where_a_line_cannot_change(environment: dict[str, str]) -> None:
    assert not shows_progress(Terminal(), environment)


def test_nothing_is_shown_where_no_terminal_is() -> None:
    assert not shows_progress(StringIO(), {})


def test_nothing_is_lent_to_whoever_wants_quiet() -> None:
    with progress_on(Terminal(), {}, is_wanted=False) as line:
        assert line is None


def test_a_short_run_shows_nothing() -> None:
    terminal, clock = Terminal(), Clock()
    line = ProgressLine(terminal, clock)
    line.begin("reading files", 2)
    clock.now = 0.9

    line.advance()
    line.clear()

    assert terminal.getvalue() == ""


def test_a_long_run_says_how_far_it_is() -> None:
    terminal, clock = Terminal(), Clock()
    line = ProgressLine(terminal, clock)
    line.begin("reading files", 200)
    clock.now = 1.5

    line.advance()

    assert seen(terminal.getvalue()) == "reading files: 1 of 200"


def test_the_line_does_not_change_faster_than_anybody_reads() -> None:
    terminal, clock = Terminal(), Clock()
    line = ProgressLine(terminal, clock)
    line.begin("reading files", 200)
    clock.now = 1.5
    line.advance()
    clock.now = 1.55

    line.advance()

    assert seen(terminal.getvalue()) == "reading files: 1 of 200"


def test_a_shorter_text_leaves_nothing_of_a_longer_one() -> None:
    terminal, clock = Terminal(), Clock()
    line = ProgressLine(terminal, clock)
    clock.now = 1.5
    line.begin("reading files", 20_000)
    clock.now = 2.0

    line.begin("judging rules", 5)

    assert seen(terminal.getvalue()).rstrip() == "judging rules: 0 of 5"


def test_a_narrow_terminal_cuts_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    terminal, clock = Terminal(), Clock()
    line = ProgressLine(terminal, clock)
    clock.now = 1.5

    line.begin("reading files", 200)

    assert seen(terminal.getvalue()) == "reading fil"


def test_nothing_is_left_behind() -> None:
    terminal = Terminal()

    with pytest.raises(KeyboardInterrupt):
        interrupted(terminal)

    assert "reading files" in terminal.getvalue()
    assert seen(terminal.getvalue()).strip() == ""
    assert terminal.getvalue().endswith("\r")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no terminals of this kind")
def test_a_real_terminal_is_left_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, KEPT)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "archlint", "--no-cache"]
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    own = {"PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm"}
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=tmp_path, env={**kept, **own}, stderr=theirs, stdout=theirs, check=False
    )
    os.close(theirs)
    told = os.read(ours, 10_000).decode()
    os.close(ours)

    assert done.returncode == 0
    assert re.sub(r"\x1b\[[0-9;]*m", "", seen(told.rstrip())).startswith("No violations: ")
