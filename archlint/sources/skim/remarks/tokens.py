"""Comments and heads of statements by the tokens of the running interpreter."""

import io
import tokenize
from collections.abc import Iterable
from token import COMMENT, DEDENT, ENCODING, ENDMARKER, ERRORTOKEN, INDENT, NAME, NEWLINE, NL, OP

from archlint.sources.skim.remarks.heads import Comment, Head, Layout

_BETWEEN = frozenset({ENCODING, NL, INDENT, DEDENT, ENDMARKER})
_FAILURES = (SyntaxError, UnicodeDecodeError, LookupError, tokenize.TokenError)
_DEFINING = ("class", "def")


def layout(source: bytes) -> Layout | None:
    """Return the layout of a file, None where it is not made of the interpreter's own tokens."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        text = io.TextIOWrapper(io.BytesIO(source), encoding)
        return _laid_out(tokenize.generate_tokens(text.readline))
    except _FAILURES:
        return None


def _laid_out(tokens: Iterable[tokenize.TokenInfo]) -> Layout | None:
    comments: list[Comment] = []
    heads: list[Head] = []
    opening = _Opening()
    for token in tokens:
        if token.type == COMMENT:
            comments.append(Comment(*token.start, token.string))
        elif token.type == NEWLINE:
            heads.extend(opening.closed(token.start[0]))
        elif token.type == ERRORTOKEN and not token.string.isspace():
            return None
        elif token.type not in _BETWEEN:
            opening.take(token)
    return Layout(tuple(comments), tuple(heads))


class _Opening:
    """The head that is being read; a decorator is the beginning of the head that it decorates."""

    def __init__(self) -> None:
        self._first = 0
        self._words: list[str] = []

    def take(self, token: tokenize.TokenInfo) -> None:
        """Read a token that is part of a statement."""
        self._first = self._first or token.start[0]
        if len(self._words) <= len(("async", "def", "name")):
            self._words.append(token.string if token.type in {NAME, OP} else "")

    def closed(self, last: int) -> tuple[Head, ...]:
        """Return the head that ends in this line, if it is complete."""
        words, self._words = self._words, []
        if words[:1] == ["@"]:
            return ()
        first, self._first = self._first, 0
        keyword, name = _definition(words)
        return (Head(first or last, last, name, keyword == "class"),)


def _definition(words: list[str]) -> tuple[str, str]:
    if words[:1] == ["async"]:
        words = words[1:]
    return (words[0], words[1]) if len(words) > 1 and words[0] in _DEFINING else ("", "")
