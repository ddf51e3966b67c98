"""How an answer is told: as aligned lines of text, or as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archlint.cli import console
from archlint.reports.printable import printable, writable

GAP = "  "
INDENT = "    "


def columns(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield each row as a line, its cells below those of the others."""
    cleaned = [[printable(cell) for cell in row] for row in rows]
    count = max(map(len, cleaned), default=0)
    widths = [max(len(row[i]) for row in cleaned if i < len(row)) for i in range(count)]
    for row in cleaned:
        yield GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, each a step further in."""
    for line in lines:
        yield INDENT + line


def say_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    console.say("".join(f"{line}\n" for line in lines))


def say_json(answer: Mapping[str, object]) -> None:
    """Write an answer as JSON."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(_clean(answer)), indent=2)
    console.say_json(text.decode("utf-8") + "\n")


def _clean(value: object) -> object:
    """Return the value with every text in it such that UTF-8 can write it."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, Mapping):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value
