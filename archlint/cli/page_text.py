"""A page of the rule book on a terminal: its paragraphs as wide as that, its code as it is."""

import re
from collections.abc import Iterator

from archlint.reports.manner import Ink, Style
from archlint.reports.wrapping import wrapped

FENCE = "```"
AS_IT_IS = ("#", "|")
ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
WIDEST = 100


def fitted(markdown: str, width: int, ink: Ink) -> str:
    """Return Markdown in lines of that width, though never wider than a text reads well."""
    lines = _lines(markdown.split("\n"), min(width, WIDEST), ink)
    return "\n".join(lines)


def _lines(lines: list[str], width: int, ink: Ink) -> Iterator[str]:
    paragraph: list[str] = []
    is_code = False
    for line in lines:
        is_fence = line.startswith(FENCE)
        if not (is_code or is_fence) and _continues(line, paragraph):
            paragraph.append(line)
            continue
        yield from _flowed(paragraph, width)
        is_text = not (is_code or is_fence or not line or line.startswith(AS_IT_IS))
        paragraph = [line] if is_text else []
        if not is_text:
            yield ink(line, Style.PATH) if line.startswith("#") and not is_code else line
        is_code ^= is_fence
    yield from _flowed(paragraph, width)


def _continues(line: str, paragraph: list[str]) -> bool:
    is_new = not line.strip() or line.startswith(AS_IT_IS) or ITEM.match(line)
    return bool(paragraph) and not is_new


def _flowed(paragraph: list[str], width: int) -> Iterator[str]:
    if paragraph:
        item = ITEM.match(paragraph[0])
        first = item[0] if item else ""
        text = " ".join(line.strip() for line in paragraph)
        yield from wrapped(
            text.removeprefix(first.strip()).lstrip(), width, first, " " * len(first)
        )
