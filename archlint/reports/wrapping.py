"""Text in lines as wide as a terminal."""

from textwrap import wrap

NARROWEST = 40


def wrapped(text: str, width: int | None, first: str = "", then: str = "") -> list[str]:
    """Return the text in lines, never tearing a name or a path; one line where nobody counts.

    `first` and `then` stand before the first line and the others, and count as part of the width.
    """
    if width is None:
        return [first + text]
    return wrap(
        text,
        max(width, len(then) + NARROWEST),
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]
