"""Text that any terminal and any encoding can take: no control characters, no lone surrogates."""

from unicodedata import category

from archlint.model.modules import as_code_says

# Controls would let a file name or a source line steer the terminal; lone surrogates stand for
# bytes of a path that no encoding can write; a line separator would tear a finding in two.
UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    r"""Return the text with everything unprintable written as an escape, such as `\n`."""
    if text.isprintable():
        return text
    text = as_code_says(text)
    return "".join(_escaped(sign) if category(sign) in UNPRINTABLE else sign for sign in text)


def writable(text: str) -> str:
    """Return the text with its lone surrogates escaped, so that UTF-8 can write it."""
    return as_code_says(text).encode("utf-8", "backslashreplace").decode("utf-8")


def _escaped(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")
