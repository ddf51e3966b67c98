"""The way in: verbs, help, faults, and readers who go away."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from archlint import __version__
from archlint.cli.main import Status
from archlint.model.audit import Audit
from tests.cli.running import KEPT, SETTINGS, run, run_apart, write

Capture = pytest.CaptureFixture[str]
HEAVY = ("libcst", "grimp", "rich", "msgspec", "importlinter")


def test_the_version_is_told_without_loading_anything_heavy(tmp_path: Path) -> None:
    program = (
        "import sys; from archlint.cli.main import main; main(['--version'])\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )

    told = run_apart(tmp_path, "-c", program)

    assert told.stdout.decode().split("\n")[:2] == [f"archlint {__version__}", "[]"]


@pytest.mark.parametrize("arguments", [(), ("check",), ("explain",), ("rules",)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_verb_has_help(capsys: Capture, arguments: tuple[str, ...], option: str) -> None:
    helped = run(capsys, *arguments, option)

    assert helped.status == 0
    assert helped.out.startswith("Usage: archlint")
    assert helped.err == ""


@pytest.mark.usefixtures("broken")
def test_a_verb_wins_over_a_folder_of_its_name(broken: Path, capsys: Capture) -> None:
    write(broken, {"rules/law.py": ""})

    listed = run(capsys, "rules")
    judged = run(capsys, "./rules")

    assert "outward-import" in listed.out
    assert judged.out.startswith("No violations")


def test_a_fault_of_our_own_asks_for_a_report_and_names_the_file(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(kept)
    monkeypatch.setattr("archlint.assembly.audit", _fail)

    failed = run(capsys, "check")

    assert failed.status == 3
    assert failed.err == (
        f"archlint {__version__} has a fault of its own: ZeroDivisionError: by zero\n"
        "  while judging shop/domain/order.py\n"
        "  report it to its developers with what --traceback shows\n"
    )


def test_the_traceback_of_a_fault_is_shown_on_demand(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(kept)
    monkeypatch.setattr("archlint.assembly.audit", _fail)

    failed = run(capsys, "check", "--traceback")

    assert failed.status == 3
    assert failed.err.startswith("Traceback (most recent call last):\n")
    assert "while judging shop/domain/order.py" in failed.err


def test_an_interrupt_is_no_fault(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(kept)
    monkeypatch.setattr("archlint.assembly.audit", _interrupt)

    assert run(capsys, "check").status == 130


def test_a_reader_who_goes_away_changes_no_status(broken: Path) -> None:
    command = [sys.executable, "-m", "archlint", "check"]
    with subprocess.Popen(command, cwd=broken, stdout=-1, stderr=-1) as running:  # noqa: S603
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        complaint = running.stderr.read()
        status = running.wait()

    assert (status, complaint) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell has to close the stream")
@pytest.mark.parametrize("stream", [1, 2])
def test_a_stream_that_was_closed_before_changes_no_status(stream: int, broken: Path) -> None:
    command = f"exec {sys.executable} -m archlint check {stream}>&-"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=broken, capture_output=True, check=False)  # noqa: S603

    assert done.returncode == 1


def test_a_profiler_sees_the_end_of_a_run(tmp_path: Path) -> None:
    told = run_apart(tmp_path, "-m", "cProfile", "-m", "archlint", "--version")

    assert b"function calls" in told.stdout


def test_what_was_put_off_to_the_end_of_a_run_is_done(tmp_path: Path) -> None:
    program = (
        "import atexit, sys; from archlint.cli.main import run\n"
        "sys.argv = ['archlint', '--version']; atexit.register(print, 'the end'); run()"
    )

    told = run_apart(tmp_path, "-c", program)

    assert told.stdout.decode().splitlines()[-1] == "the end"
    assert told.returncode == 0


def _fail(*_: object) -> Audit:
    fault = ZeroDivisionError("by zero")
    fault.add_note("while judging shop/domain/order.py")
    raise fault


def _interrupt(*_: object) -> Audit:
    raise KeyboardInterrupt


def test_json_stays_json_where_only_ascii_can_be_written(tmp_path: Path) -> None:
    files = {
        "archlint.toml": SETTINGS,
        "shop/domain/a.py": "import shop.adapters.größe\n",
        "shop/adapters/größe.py": "",
    }

    told = run_apart(
        write(tmp_path, files),
        "-m",
        "archlint",
        "--output-format",
        "json",
        PYTHONIOENCODING="ascii",
    )

    targets = {found["target"] for found in json.loads(told.stdout)["findings"]}
    assert "shop.adapters.größe" in targets


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is always full here")
def test_a_full_disk_is_no_fault_of_archlint(tmp_path: Path) -> None:
    program = (
        "import os, sys; os.dup2(os.open('/dev/full', os.O_WRONLY), 1)\n"
        "from archlint.cli.main import main; sys.exit(main(['rules']))"
    )

    told = run_apart(tmp_path, "-c", program)

    assert told.returncode == Status.WRONG_USE
    assert b"standard output: " in told.stderr


def test_to_ignore_all_that_is_selected_is_no_green_run(tmp_path: Path, capsys: Capture) -> None:
    folder = write(tmp_path, KEPT)

    refused = run(capsys, str(folder), "--select", "outward-import", "--ignore", "outward-import")

    assert refused.status == Status.WRONG_USE
    assert refused.err.startswith("nothing is left to judge: outward-import is selected")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is always full here")
@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_for_a_full_disk_is_no_fault_either(option: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "archlint", option],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )

    assert done.returncode == 2
    assert done.stderr == "Error: No space left on device\n"
