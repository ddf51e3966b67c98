"""Reads reports back as those read them for whom they are written."""

import re
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt

OWN_MARKUP = re.compile(
    r"<details><summary><code>[^<>`]*</code>[^<>`]*</summary>|</details>|</?code>"
)


@dataclass(frozen=True, slots=True)
class Command:
    """A workflow command of GitHub Actions."""

    name: str
    properties: dict[str, str]
    message: str


def command(line: str) -> Command | None:
    """Return what the runner takes a line of a log for, None for a line that only is shown."""
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, message = line[2:].split("::", 1)
    name, _, given = head.partition(" ")
    pairs = (pair.partition("=") for pair in given.split(",") if pair)
    properties = {key.strip(): _plain(value, "::,") for key, _, value in pairs}
    return Command(name, properties, _plain(message, ""))


def foreign_markup(report: str) -> list[str]:
    """Return all markup of a Markdown report that is not its own."""
    tokens = MarkdownIt("commonmark").enable("table").parse(report)
    return [text for token in tokens for text in _markup(token) if text]


def _markup(token: Any) -> list[str]:  # noqa: ANN401 - the library's own
    if token.type in {"html_block", "html_inline"}:
        return [OWN_MARKUP.sub("", token.content).strip()]
    if token.type in {"link_open", "image", "strong_open", "em_open"}:
        return [token.type]
    return [text for child in token.children or () for text in _markup(child)]


def _plain(text: str, escaped: str) -> str:
    codes = {"%0D": "\r", "%0A": "\n"} | ({"%3A": ":", "%2C": ","} if escaped else {})
    for code, sign in codes.items():
        text = text.replace(code, sign)
    return text.replace("%25", "%")
