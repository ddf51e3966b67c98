"""Runs what a page tells its reader to do, and takes down what really happens.

A page is a story. `<!-- in a copy of FOLDER -->` begins it anew with a copy of a folder of the
project. In a `console` block, lines that begin with `$ ` are commands: `archlint ...`, `cat FILE`
and `echo $?`. What follows them is what they print, standard error included. A line `...` stands
for what the page leaves out: before the first one stands the beginning, after the last one the end,
and a passage in between begins with a line that is printed. A `diff` block changes the copy.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

from archlint.cli.main import main

PROJECT = Path(__file__).parents[2]
PAGES = sorted(PROJECT.glob("docs/**/*.md"))
LEFT_OUT = "..."
_PART = re.compile(
    r"^<!-- in a copy of (?P<folder>\S+) -->$"
    r"|^```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_NOT_COPIED = shutil.ignore_patterns(".*cache*", "__pycache__", ".archlint", "report.txt")
# What the surroundings of a run may say, and what would change its words.
_MEDDLING = re.compile(r"ARCHLINT_|GITHUB_|NO_|FORCE_")


class BrokenStoryError(Exception):
    """A page tells to do what cannot be done."""


@dataclass(slots=True)
class Reader:
    """Somebody who does what a page says, in a folder of his own."""

    desk: Path
    folder: Path | None = None
    status: int = 0

    def follow(self, part: re.Match[str]) -> str:
        """Do what this part of a page says, and return the part as it has to read."""
        if part["folder"]:
            self._begin(part["folder"])
        elif part["language"] == "diff":
            self._change(part["text"])
        elif part["language"] == "console":
            return f"```console\n{_COMMAND.sub(self._told, part['text'])}```"
        return part[0]

    def _begin(self, source: str) -> None:
        self.folder = self.desk / f"{len(list(self.desk.iterdir()))}" / Path(source).name
        shutil.copytree(PROJECT / source, self.folder, ignore=_NOT_COPIED)

    def _change(self, patch: str) -> None:
        done = subprocess.run(
            ["git", "apply", "-"],  # noqa: S607 - the git of whoever writes the page
            cwd=self._place(),
            env={**os.environ, "GIT_CEILING_DIRECTORIES": str(self.desk)},
            input=patch.encode(),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise BrokenStoryError(f"{done.stderr.decode()}\n{patch}")

    def _told(self, command: re.Match[str]) -> str:
        line, told = command.groups()
        return f"$ {line}\n{_as_short_as(told, self._run(line))}"

    def _run(self, line: str) -> str:
        program, *arguments = _words(line)
        if program == "archlint":
            self.status, printed = _printed(self._place(), arguments)
            return printed
        if line == "echo $?":
            return f"{self.status}\n"
        if program == "cat":
            return "".join((self._place() / name).read_text("utf-8") for name in arguments)
        raise BrokenStoryError(f"nobody knows how to run {line}")

    def _place(self) -> Path:
        if self.folder is None:
            raise BrokenStoryError("the page does not say in which folder")
        return self.folder


def retold(page: str, desk: Path) -> str:
    """Return the page with what its commands print now, when they are run at this desk."""
    return _PART.sub(Reader(desk).follow, page)


def _words(line: str) -> Iterator[str]:
    for bare, quoted in re.findall(r"""([^\s"]+)|"([^"]*)\"""", line):
        yield bare or quoted


def _printed(folder: Path, arguments: list[str]) -> tuple[int, str]:
    paper = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
    with _plain_surroundings(), chdir(folder), redirect_stdout(paper), redirect_stderr(paper):
        status = main(arguments)
    paper.seek(0)
    return status, paper.read()


@contextmanager
def _plain_surroundings() -> Iterator[None]:
    before: Mapping[str, str] = dict(os.environ)
    for name in [name for name in before if _MEDDLING.match(name)]:
        del os.environ[name]
    os.environ["COLUMNS"] = "80"
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _as_short_as(told: str, printed: str) -> str:
    first, *others = _passages(told.splitlines())
    if not others:
        return printed
    real = printed.splitlines()
    kept = real[: len(first)]
    for passage in others[:-1]:
        begin = _begin(passage[0], real)
        kept += [LEFT_OUT, *real[begin : begin + len(passage)]]
    kept += [LEFT_OUT, *real[len(real) - len(others[-1]) :]]
    return "".join(f"{line}\n" for line in kept)


def _passages(lines: list[str]) -> list[list[str]]:
    """Return what stands before, between and after the lines that leave something out."""
    passages: list[list[str]] = [[]]
    for line in lines:
        if line == LEFT_OUT:
            passages.append([])
        else:
            passages[-1].append(line)
    return passages


def _begin(line: str, printed: list[str]) -> int:
    if line not in printed:
        raise BrokenStoryError(f"nothing printed this: {line}")
    return printed.index(line)
