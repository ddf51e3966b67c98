"""Commands of git, run in a folder such that they change nothing and ask nobody."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

_CALM = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY")
"""Paths that git passes on to its hooks, relative to the folder in which a hook is started."""


class GitError(Exception):
    """What is asked of git cannot be had; the message says what to do about it."""


class FailedError(GitError):
    """A command has failed; the message is what git says."""


def output_of(folder: Path, *arguments: str) -> bytes:
    """Return what a command writes; raise GitError where there is no git, or it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and revisions that begin with no dash
            _command(folder, arguments), capture_output=True, env=_environment(), check=False
        )
    except OSError as error:
        raise _missing(error) from error
    if done.returncode:
        raise FailedError(_said(done.stderr))
    return done.stdout


def words_of(folder: Path, *arguments: str) -> Iterator[str]:
    """Yield the texts between the zero bytes of what a command writes."""
    yield from (os.fsdecode(word) for word in output_of(folder, *arguments).split(b"\0") if word)


@contextmanager
def reading(folder: Path, questions: IO[bytes], *arguments: str) -> Iterator[IO[bytes]]:
    """Run a command that takes questions, and let its answers be read while it runs."""
    pipe = subprocess.PIPE
    command, environment = _command(folder, arguments), _environment()
    try:
        process = subprocess.Popen(command, stdin=questions, stdout=pipe, env=environment)  # noqa: S603 - the same
    except OSError as error:
        raise _missing(error) from error
    with process:
        yield cast("IO[bytes]", process.stdout)


def _command(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    return ["git", "-C", str(folder), *_CALM, *arguments]


def _environment() -> dict[str, str]:
    """Return the environment; a GIT_DIR alone would make the folder the root of the repository."""
    known = {name: value for name, value in os.environ.items() if name not in _PLACES}
    places = {
        name: str(Path(os.environ[name]).absolute()) for name in _PLACES if name in os.environ
    }
    if "GIT_WORK_TREE" not in places:
        places.pop("GIT_DIR", None)
    return {**known, **places, **_QUIET}


def _missing(error: OSError) -> GitError:
    return GitError(f"--since needs git, which cannot be run: {error.strerror}")


def _said(errors: bytes) -> str:
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "git has failed"
