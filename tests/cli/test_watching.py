"""`archlint check --watch`: what a person sees who saves."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import BROKEN, HEADLINE, KEPT, SETTINGS, run, write

Capture = pytest.CaptureFixture[str]
IMPORT = BROKEN["shop/domain/cart.py"]
CLEAN = "No violations: 2 modules, 2 layers, "
PATIENCE = 60
WATCH = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start us deaf to it
from archlint.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


class Watching:
    """A watch in a process of its own, whose output is read line by line."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-c", WATCH, "--watch", *arguments],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def until(self, text: str) -> list[str]:
        """Return the lines up to the first that begins with a text."""
        assert self.process.stdout is not None
        lines: list[str] = []
        for line in self.process.stdout:
            lines.append(line)
            if line.startswith(text):
                return lines
        raise AssertionError(f"{text!r} was never told: {lines}")

    def save(self, path: str, text: str) -> None:
        write(self.folder, {path: text})

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


Start = Callable[..., Watching]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return how to begin to watch a clean project."""
    write(tmp_path, KEPT)
    begun: list[Watching] = []

    def begin(*arguments: str) -> Watching:
        begun.append(Watching(tmp_path, *arguments))
        return begun[-1]

    yield begin
    for each in begun:
        each.process.kill()
        each.process.wait()
        if each.process.stdout:
            each.process.stdout.close()


def untimed(lines: list[str]) -> str:
    return re.sub(r"^\d\d:\d\d:\d\d ", "", "".join(lines), flags=re.MULTILINE)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "option", ["--statistics", "--accept-new", "--output-format=json", "--output-format=github"]
)
def test_only_what_comes_and_goes_as_text_can_be_watched(capsys: Capture, option: str) -> None:
    told = run(capsys, "--watch", option)

    assert told.status == 2
    assert "--watch tells findings as text as they come and go" in told.err


def test_what_appears_is_told_and_then_that_it_went_away(start: Start) -> None:
    watching = start("--output-format", "concise")
    begun = watching.until(CLEAN)
    watching.save("shop/domain/cart.py", IMPORT)
    appeared = watching.until("Found 1 violation")
    watching.save("shop/domain/cart.py", "")
    gone = watching.until("No violations: 3 modules")

    assert len(begun) == 1
    assert untimed(appeared[:-1]) == f"\nshop/domain/cart.py\nappeared: 1 finding\n{HEADLINE}"
    assert untimed(gone[:-1]) == f"\nshop/domain/cart.py\nwent away: 1 finding\n{HEADLINE}"
    assert watching.interrupt() == 0


def test_whoever_interrupts_gets_the_status_of_the_last_audit(start: Start) -> None:
    watching = start("--output-format", "concise")
    watching.until(CLEAN)
    watching.save("shop/domain/cart.py", IMPORT)
    watching.until("Found 1 violation")

    assert watching.interrupt() == 1


def test_a_mistake_in_the_settings_is_told_and_watching_goes_on(start: Start) -> None:
    watching = start("--output-format", "concise")
    watching.until(CLEAN)
    watching.save("archlint.toml", SETTINGS.replace('"adapters"', '"adaptors"'))
    told = watching.until("archlint.toml:")
    watching.save("archlint.toml", SETTINGS)
    mended = watching.until(CLEAN)

    assert "did you mean" in told[-1]
    assert untimed(mended[:-1]) == "\narchlint.toml\n"


def test_a_mistake_that_is_left_is_the_status(start: Start) -> None:
    watching = start()
    watching.until(CLEAN)
    watching.save("archlint.toml", "layer = 1\n")
    watching.until("archlint.toml:")

    assert watching.interrupt() == 2


def test_settings_may_be_wrong_when_watching_begins(start: Start, tmp_path: Path) -> None:
    write(tmp_path, {"archlint.toml": "layer = 1\n"})
    watching = start()
    watching.until("archlint.toml:")
    watching.save("archlint.toml", SETTINGS)

    assert len(watching.until(CLEAN)) == 1


def test_a_syntax_error_while_typing_is_no_end(start: Start) -> None:
    watching = start("--output-format", "concise")
    watching.until(CLEAN)
    watching.save("shop/domain/order.py", "class Order(:\n")
    broken = watching.until("Found 1 violation")
    watching.save("shop/domain/order.py", KEPT["shop/domain/order.py"])
    watching.until(CLEAN)

    assert "appeared: 1 finding\n" in broken


def test_a_reader_who_goes_away_ends_it(start: Start) -> None:
    watching = start("--output-format", "concise")
    watching.until(CLEAN)
    assert watching.process.stdout is not None
    watching.process.stdout.close()
    watching.save("shop/domain/cart.py", IMPORT)

    assert watching.process.wait() == 1
