"""Puts tables behind a TOML file whose every byte stays as it is."""

import tomli


class CannotAppendError(Exception):
    """The file is such that tables behind it would not be what they are meant to be."""


def appended(old: bytes, tables: str) -> bytes:
    """Return the file with the tables behind it, with its own line ends.

    Raises CannotAppendError where the file is no TOML, or would say something else then.
    """
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    is_apart = not old or old.endswith(newline * 2)
    gap = b"" if is_apart else newline if old.endswith(b"\n") else newline * 2
    new = old + gap + tables.encode().replace(b"\n", newline)
    try:
        before, after = _parsed(old), _parsed(new)
    except (tomli.TOMLDecodeError, UnicodeDecodeError):
        raise CannotAppendError from None
    if _without_ours(after) != _without_ours(before):
        raise CannotAppendError
    return new


def _parsed(content: bytes) -> dict[str, object]:
    return tomli.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))


def _without_ours(content: dict[str, object]) -> dict[str, object]:
    """Return what the file says to others."""
    tool = content.get("tool", {})
    others = {k: v for k, v in tool.items() if k != "archlint"} if isinstance(tool, dict) else tool
    return {**content, "tool": others}
