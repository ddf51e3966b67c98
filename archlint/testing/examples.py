"""Reads the examples of a page: settings, files, marked lines and expected reports.

An example is a `###` heading, followed by fences. The path of a fence stands in backticks on a
line of its own before it, with or without a colon. `# error` at the end of a line says that the
page's rule is broken there; the mark is taken off before the code is judged. A fence of
archlint.toml holds the settings, otherwise they are `style = "clean"`. A `console` fence needs no
path: after a line `$ archlint check`, with `--output-format` if need be, it shows standard output
to the byte.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

SETTINGS = "archlint.toml"
DEFAULT_SETTINGS = 'style = "clean"\n'
PATH = re.compile(r"`([^`\s]+)`:?")
MARK = re.compile(r"\s*# error$")
COMMAND = re.compile(r"\$ archlint check(?: --output-format (?P<form>[a-z]+))?")


class BrokenExampleError(Exception):
    """An example is not written as the runner understands it."""


@dataclass(frozen=True, slots=True)
class Console:
    """What a run prints; `form` is the format of the report."""

    form: str
    output: str


@dataclass(frozen=True, slots=True)
class Example:
    """A small program, and where the rule is broken in it."""

    section: str
    title: str
    line: int
    settings: str = DEFAULT_SETTINGS
    files: Mapping[str, str] = field(default_factory=dict)
    marks: frozenset[tuple[str, int]] = frozenset()
    consoles: tuple[Console, ...] = ()

    def source_line(self, path: str, line: int) -> str | None:
        """Return a line of one of the files, as a report quotes it."""
        text = self.settings if path == SETTINGS else self.files.get(path, "")
        lines = text.splitlines()
        return lines[line - 1] if line <= len(lines) else None


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block; `path` is "" when none stands before it."""

    line: int
    language: str
    path: str
    text: str


def examples(page: str, settings: str = DEFAULT_SETTINGS) -> Iterator[Example]:
    """Yield the examples of a page that have fences, in their order.

    `settings` are those of examples that show none.
    """
    section = ""
    example: Example | None = None
    for line, item in _items(page):
        if isinstance(item, Fence):
            example = example and _with(example, item)
            continue
        if example and example.files:
            yield example
        level, _, title = item.partition(" ")
        section = title if level == "##" else section
        example = Example(section, title, line, settings) if level == "###" else None
    if example and example.files:
        yield example


def headings(page: str) -> list[str]:
    """Return the sections of a page: its `##` headings."""
    found = (item for _, item in _items(page) if isinstance(item, str))
    return [item.removeprefix("## ") for item in found if item.startswith("## ")]


def _with(example: Example, fence: Fence) -> Example:
    if fence.language == "console":
        return replace(example, consoles=(*example.consoles, _console(fence)))
    if not fence.path:
        raise BrokenExampleError(f"line {fence.line}: no path in backticks before the fence")
    code, marks = _unmarked(fence)
    if fence.path == SETTINGS:
        return replace(example, settings=code, marks=example.marks | marks)
    if fence.path in example.files:
        raise BrokenExampleError(f"line {fence.line}: {fence.path} a second time")
    files = {**example.files, fence.path: code}
    return replace(example, files=files, marks=example.marks | marks)


def _unmarked(fence: Fence) -> tuple[str, frozenset[tuple[str, int]]]:
    lines = fence.text.splitlines()
    marks = {number for number, line in enumerate(lines, 1) if MARK.search(line)}
    code = "".join(MARK.sub("", line) + "\n" for line in lines)
    return code, frozenset((fence.path, number) for number in marks)


def _console(fence: Fence) -> Console:
    command, _, output = fence.text.partition("\n")
    match = COMMAND.fullmatch(command)
    if not match:
        raise BrokenExampleError(f"line {fence.line}: begins with no `$ archlint check`")
    return Console(match["form"] or "full", output)


def _items(page: str) -> Iterator[tuple[int, str | Fence]]:
    """Yield headings and fences with their lines; the first line of the text is 1."""
    lines = iter(enumerate(page.splitlines(), 1))
    path = ""
    for number, line in lines:
        if line.startswith("```"):
            language = line.removeprefix("```").strip()
            yield number, Fence(number, language, path, _fenced(lines, line))
            path = ""
        elif line.startswith("#"):
            yield number, line
            path = ""
        elif match := PATH.fullmatch(line.strip()):
            path = match[1]
        elif line.strip():
            path = ""


def _fenced(lines: Iterator[tuple[int, str]], opening: str) -> str:
    fence = opening[: len(opening) - len(opening.lstrip("`"))]
    text = ""
    for _, line in lines:
        if line.rstrip() == fence:
            return text
        text += line + "\n"
    raise BrokenExampleError(f"a fence is never closed: {opening}")
