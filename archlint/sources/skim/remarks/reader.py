"""The way from a file's bytes to what its comments say to archlint."""

import re
from collections.abc import Iterator
from operator import attrgetter

from archlint.model.facts.remarks import Remark
from archlint.sources.skim.remarks.heads import Comment, Layout
from archlint.sources.skim.remarks.tokens import layout
from archlint.sources.skim.remarks.wording import read

SIGN = b"archlint:"
"""What a file contains that speaks to archlint."""

_SAID = re.compile(r"#\s*archlint:")


def remarks(source: bytes) -> tuple[Remark, ...]:
    """Return what a file that the interpreter parses says to archlint, in the order of the file.

    Where its tokens and LibCST both fail to tell comments from other text, nothing is said.
    """
    if SIGN not in source:
        return ()
    found = layout(source)
    return _said(found) if found else newer_remarks(source)


def newer_remarks(source: bytes) -> tuple[Remark, ...]:
    """Return what a file in newer syntax says; its tokens would be other ones."""
    if SIGN not in source:
        return ()
    from archlint.sources.skim.remarks.newer import newer_layout

    found = newer_layout(source)
    return _said(found) if found else ()


def _said(found: Layout) -> tuple[Remark, ...]:
    return tuple(sorted(_remarks(found), key=attrgetter("line", "column")))


def _remarks(found: Layout) -> Iterator[Remark]:
    for comment in found.comments:
        spans = [match.span() for match in _SAID.finditer(comment.text)]
        ends = [*(start for start, _ in spans), len(comment.text)][1:]
        for (start, behind), end in zip(spans, ends, strict=True):
            yield _remark(found, comment, comment.text[behind:end], start)


def _remark(found: Layout, comment: Comment, text: str, start: int) -> Remark:
    head, said = found.head_of(comment), read(text)
    return Remark(
        kind=said.kind,
        names=said.names,
        line=comment.line,
        column=comment.column + start,
        first=head.first,
        last=head.last,
        definition=head.definition,
        is_at_class=head.is_class,
        because=said.because,
        until=said.until,
        fault=said.fault,
    )
