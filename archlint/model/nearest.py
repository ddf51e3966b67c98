"""The nearest name: how a word that nobody knows is told."""

from collections.abc import Iterable
from difflib import get_close_matches

_FEW = 12


def unknown(kind: str, word: str, known: Iterable[str]) -> str:
    """Say that `word` is unknown, with the nearest known one or, if none is near, a short list."""
    names = sorted(str(name) for name in known)
    message = f"unknown {kind} {word!r}"
    if near := get_close_matches(word, names, n=1):
        return f"{message}; did you mean {near[0]!r}?"
    if 0 < len(names) <= _FEW:
        return f"{message}; known: {', '.join(names)}"
    return message
