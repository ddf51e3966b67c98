"""A page: one file that can be given comments to archlint."""

import ast
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from archlint.model.facts.remarks import Remark, RemarkKind
from archlint.sources.annotating.sheet import Sheet, Spot, Written
from archlint.sources.annotating.terms import Terms
from archlint.sources.skim.parsing import parse
from archlint.sources.skim.remarks import laid_out, said_in
from archlint.sources.skim.remarks.heads import Head, Layout
from archlint.sources.unreadable import UnreadableError

WIDTH = 100
"""The columns that a line may have; a comment that would go beyond them stands above."""

WHOLE_FILE = 0
"""The line of a wish that is about the whole file."""


class CannotAnnotateError(Exception):
    """A file cannot be given a comment; the text says why."""


class Wish(NamedTuple):
    """A rule that is to be allowed in a line, counted from 1."""

    line: int
    rule: str


class Page:
    """One file, and where in it comments can stand."""

    def __init__(self, source: bytes) -> None:
        """Read the file; raise CannotAnnotateError where that fails."""
        try:
            self._parsed = parse(source)
        except UnreadableError as error:
            raise CannotAnnotateError(f"cannot be read: {error.reason}") from error
        found = laid_out(source, self._parsed)
        if found is None:
            raise CannotAnnotateError("holds comments that cannot be told from other text")
        self._layout: Layout = found
        self._sheet = Sheet(source)

    def definition_at(self, line: int) -> str:
        """Return the class or function whose head a line is part of, "" for any other line."""
        head = self._layout.head_at(line)
        return head.definition if head else ""

    def annotated(self, wishes: Iterable[Wish], terms: Terms) -> tuple[bytes, list[Written]]:
        """Return the file with a comment for each statement that is wished for, and what is new.

        A line without a statement, or in the docstring of the module, stands for the whole file.
        Raises CannotAnnotateError where the comments would not say what they are meant to.
        """
        rules: dict[Head | None, dict[str, None]] = {}
        for wish in wishes:
            rules.setdefault(self._statement_at(wish.line), {})[wish.rule] = None
        notes = [self._note(head, names, terms) for head, names in rules.items()]
        try:
            new, written = self._sheet.with_added(notes)
        except UnicodeEncodeError as error:
            told = f"is written in {error.encoding}, which has no {error.object[error.start]!r}"
            raise CannotAnnotateError(told) from error
        self._check(new, written, terms)
        return new, written

    def _statement_at(self, line: int) -> Head | None:
        head = self._layout.head_at(line)
        first = next(iter(self._parsed.tree.body), None)
        is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        return None if head and first and is_text and head.first == first.lineno else head

    def _note(self, head: Head | None, rules: Iterable[str], terms: Terms) -> tuple[Spot, str]:
        if head is None:
            return self._top(), terms.comment(RemarkKind.ALLOW_FILE, rules)
        comment = terms.comment(RemarkKind.ALLOW, rules)
        return self._spot(head, comment), comment

    def _spot(self, head: Head, comment: str) -> Spot:
        has_comment = any(each.line == head.last for each in self._layout.comments)
        fits = self._sheet.width(head.last) + len(f"  {comment}") <= WIDTH
        is_alone = head.first != head.last or has_comment or not fits
        return Spot(head.first, is_alone)

    def _top(self) -> Spot:
        """Return the first line that is no comment: an encoding is declared above."""
        comments = {c.line for c in self._layout.comments if not self._layout.head_at(c.line)}
        line = next(n for n in range(1, len(self._sheet) + 2) if n not in comments)
        return Spot(line, is_alone=True)

    def _check(self, new: bytes, written: list[Written], terms: Terms) -> None:
        """Make sure that the new comments are heard."""
        heard = {each.line: each for each in said_in(new, parse(new))}
        found = [heard.get(each.line) for each in written]
        if any(_terms_of(each) != (terms.because, terms.until) for each in found):
            raise CannotAnnotateError(f"cannot hold this reason in a comment: {terms.because}")


def _terms_of(remark: Remark | None) -> tuple[str, date | None] | None:
    return None if remark is None or remark.fault else (remark.because, remark.until)
