"""`archlint check --executor dask`: a real scheduler with two workers on this machine."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.cli.running import BROKEN, run, run_apart, write

Capture = pytest.CaptureFixture[str]

MANY = {f"shop/domain/m{number:03}.py": f"A = {number}\n" for number in range(600)}
PATIENCE = 120


def _start(stack: ExitStack, part: str, *arguments: str) -> None:
    """Start a part of Dask, which ends with the stack."""
    process = subprocess.Popen(  # noqa: S603 # our own interpreter
        [sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait, PATIENCE)
    stack.callback(process.terminate)


def _awaited(file: Path) -> str:
    """Return the address of a scheduler once it has written it."""
    ends = monotonic() + PATIENCE
    while monotonic() < ends:
        try:
            return str(json.loads(file.read_text("utf-8"))["address"])
        except (OSError, ValueError):
            sleep(0.1)
    raise TimeoutError("the scheduler never said where it listens")


@pytest.fixture
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a scheduler with two workers."""
    file = tmp_path_factory.mktemp("dask") / "scheduler.json"
    quiet = ("--no-dashboard", "--scheduler-file", str(file))
    with ExitStack() as stack:
        _start(stack, "scheduler", "--host", "127.0.0.1", "--port", "0", *quiet)
        address = _awaited(file)
        for name in ("one", "two"):
            _start(stack, "worker", "--nthreads", "1", "--name", name, *quiet)
        yield address


def test_an_executor_without_a_scheduler_is_refused(kept: Path, capsys: Capture) -> None:
    refused = run(capsys, "check", "--executor", "dask")

    assert kept.is_dir()
    assert refused.status == 2
    assert "--executor dask needs --scheduler ADDRESS" in refused.err


def test_a_scheduler_without_an_executor_is_refused(kept: Path, capsys: Capture) -> None:
    refused = run(capsys, "check", "--scheduler", "tcp://127.0.0.1:8786")

    assert kept.is_dir()
    assert refused.status == 2


def test_a_scheduler_that_does_not_answer_is_named(
    kept: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archlint.assembly.engines.PATIENCE", 0.5)

    refused = run(capsys, "check", "--executor", "dask", "--scheduler", "tcp://127.0.0.1:1")

    assert kept.is_dir()
    assert refused.status == 2
    assert "no scheduler answers at tcp://127.0.0.1:1" in refused.err
    assert "Traceback" not in refused.err


def test_two_workers_on_this_machine_find_the_same_bytes(tmp_path: Path, scheduler: str) -> None:
    write(tmp_path, {**BROKEN, **MANY})
    command = ("-m", "archlint", "check", "--no-cache", "--output-format", "json")

    there = run_apart(tmp_path, *command, "--executor", "dask", "--scheduler", scheduler)
    here = run_apart(tmp_path, *command)

    assert there.stdout == here.stdout
    assert b"outward-import" in here.stdout
    assert there.returncode == here.returncode == 1
    assert b"read here" not in there.stderr
