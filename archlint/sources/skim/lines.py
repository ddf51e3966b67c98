"""Lines: where a file says certain words, so that little of its tree has to be looked at."""

import ast
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence


class Lines:
    """Some lines of a file, counted from 1 and sorted."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def meet(self, statement: ast.stmt) -> bool:
        """Whether a statement, with its decorators, has one of the lines."""
        end = getattr(statement, "end_lineno", None)
        if end is None:  # a tree that LibCST read
            return True
        start = statement.lineno
        for decorator in getattr(statement, "decorator_list", ()):
            start = min(start, decorator.lineno)
        found = bisect_left(self._numbers, start)
        return found < len(self._numbers) and self._numbers[found] <= end


EVERYWHERE = Lines(range(1, 1 << 31))


def lines_with(words: Iterable[bytes], source: bytes) -> Lines:
    """Return the lines on which one of the words begins.

    Where a line may end in a carriage return alone, that is anywhere.
    """
    if source.count(b"\r") > source.count(b"\r\n"):
        return EVERYWHERE
    return Lines([*_numbers(words, source)])


def _numbers(words: Iterable[bytes], source: bytes) -> Iterator[int]:
    line, last = 1, 0
    for start in sorted(start for word in words for start in _starts(word, source)):
        line += source.count(b"\n", last, start)
        last = start
        yield line


def _starts(word: bytes, source: bytes) -> Iterator[int]:
    start = source.find(word)
    while start >= 0:
        yield start
        start = source.find(word, start + 1)
