"""Puts tables behind a TOML file whose every byte stays as it is."""

from collections.abc import Sequence

import tomli


class CannotAppendError(Exception):
    """The file is such that tables behind it would not be what they are meant to be."""


def appended(old: bytes, tables: str) -> bytes:
    """Return the file with the tables behind it, with its own line ends.

    Raises CannotAppendError where the file is no TOML, or would say something else then.
    """
    new = _joined(old, tables)
    before, after = _both(old, new)
    if _without_ours(after) != _without_ours(before):
        raise CannotAppendError
    return new


def extended(old: bytes, tables: str, array: Sequence[str]) -> bytes:
    """Return the file with further tables behind it, all of one array, as `appended` does.

    Raises CannotAppendError where the file is no TOML, or anything else would change.
    """
    new = _joined(old, tables)
    before, after = _both(old, new)
    present, more = _taken(before, array), _taken(after, array)
    if before != after or more[: len(present)] != present:
        raise CannotAppendError
    return new


def _joined(old: bytes, tables: str) -> bytes:
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    is_apart = not old or old.endswith(newline * 2)
    gap = b"" if is_apart else newline if old.endswith(b"\n") else newline * 2
    return old + gap + tables.encode().replace(b"\n", newline)


def _both(old: bytes, new: bytes) -> tuple[dict[str, object], dict[str, object]]:
    try:
        return _parsed(old), _parsed(new)
    except (tomli.TOMLDecodeError, UnicodeDecodeError):
        raise CannotAppendError from None


def _taken(content: dict[str, object], array: Sequence[str]) -> list[object]:
    """Take the array out of the content."""
    *way, name = array
    for step in way:
        inner = content.get(step)
        content = inner if isinstance(inner, dict) else {}
    taken = content.pop(name, [])
    return taken if isinstance(taken, list) else []


def _parsed(content: bytes) -> dict[str, object]:
    return tomli.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))


def _without_ours(content: dict[str, object]) -> dict[str, object]:
    """Return what the file says to others."""
    tool = content.get("tool", {})
    others = {k: v for k, v in tool.items() if k != "archlint"} if isinstance(tool, dict) else tool
    return {**content, "tool": others}
