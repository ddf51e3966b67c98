"""Heads of statements: which lines a comment is about."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Comment(NamedTuple):
    """A comment with its number sign; lines count from 1, columns from 0."""

    line: int
    column: int
    text: str


class Head(NamedTuple):
    """A statement down to its colon if it has one, from its first decorator on.

    `definition` is the class or function that it begins.
    """

    first: int
    last: int
    definition: str = ""
    is_class: bool = False


@dataclass(frozen=True)
class Layout:
    """The comments of a file and the heads of its statements, each in the order of the file."""

    comments: tuple[Comment, ...]
    heads: tuple[Head, ...]

    def head_of(self, comment: Comment) -> Head:
        """Return the head at which a comment stands, with the comment's own line.

        A comment that stands alone is about the statement directly below it; further comments
        between the two do not part them, an empty line does.
        """
        head = self._at_or_below(comment.line)
        if head and head.first <= comment.line:
            return head
        if head and self._leads_to(head.first, comment.line):
            return head._replace(first=comment.line)
        return Head(comment.line, comment.line)

    def head_at(self, line: int) -> Head | None:
        """Return the head that a line is part of."""
        head = self._at_or_below(line)
        return head if head and head.first <= line else None

    def _at_or_below(self, line: int) -> Head | None:
        position = bisect_left(self._lasts, line)
        return self.heads[position] if position < len(self.heads) else None

    def _leads_to(self, line: int, above: int) -> bool:
        return self._tops.get(line - 1, line) <= above

    @cached_property
    def _lasts(self) -> list[int]:
        return [head.last for head in self.heads]

    @cached_property
    def _tops(self) -> dict[int, int]:
        """The first line of the comments that stand without a gap, by each of their lines."""
        tops: dict[int, int] = {}
        for comment in self.comments:
            tops[comment.line] = tops.get(comment.line - 1, comment.line)
        return tops
