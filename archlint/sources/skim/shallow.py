"""A look at how deep a file nests, before it goes to a parser that dies of depth.

LibCST's parser recurses on the machine's stack, and what overflows that cannot be caught: about
2,000 nested parentheses, or a sum of 9,000 terms, end the process.
"""

import io
import tokenize

_MOST_BRACKETS = 200
_MOST_TERMS = 1000
_MOST_BRANCHES = 500
_MOST_BLOCKS = 100
_NESTING_WORDS = frozenset({"and", "or", "not", "if", "else", "lambda", "await", "in", "is"})


def is_shallow(source: bytes) -> bool:
    """Whether expressions and blocks nest no deeper than anyone writes them."""
    depth = _Depth()
    try:
        for token in tokenize.tokenize(io.BytesIO(source).readline):
            depth.take(token)
            if depth.is_excessive:
                return False
    except (tokenize.TokenError, SyntaxError, ValueError):
        return True  # not for us to say what is wrong with it
    return True


class _Depth:
    """Counts brackets that are open, the terms of the expression in each, branches and blocks."""

    def __init__(self) -> None:
        self._terms = [0]
        self._branches = 0
        self._blocks = 0

    @property
    def is_excessive(self) -> bool:
        return (
            len(self._terms) > _MOST_BRACKETS
            or self._terms[-1] > _MOST_TERMS
            or self._branches > _MOST_BRANCHES
            or self._blocks > _MOST_BLOCKS
        )

    def take(self, token: tokenize.TokenInfo) -> None:
        if token.type == tokenize.NEWLINE:
            self._terms = [0]
        elif token.type in {tokenize.INDENT, tokenize.DEDENT}:
            self._blocks += 1 if token.type == tokenize.INDENT else -1
        elif token.type == tokenize.OP:
            self._operator(token.string)
        elif token.string in _NESTING_WORDS:
            self._terms[-1] += 1
        elif token.string == "elif":
            self._branches += 1

    def _operator(self, operator: str) -> None:
        if operator in "([{":
            self._terms.append(0)
        elif operator in ")]}":
            if len(self._terms) > 1:
                self._terms.pop()
            self._terms[-1] += 1
        elif operator == ",":
            self._terms[-1] = 0
        else:
            self._terms[-1] += 1
