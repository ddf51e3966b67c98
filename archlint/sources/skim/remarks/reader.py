"""The way from a file's bytes to what its comments say to archlint."""

import re
from collections.abc import Iterator
from operator import attrgetter

from archlint.model.facts.remarks import Remark
from archlint.sources.skim.parsing import Parsed
from archlint.sources.skim.remarks.heads import Comment, Layout
from archlint.sources.skim.remarks.tokens import layout
from archlint.sources.skim.remarks.wording import read

SIGN = b"archlint:"
"""What a file contains that speaks to archlint."""

_SAID = re.compile(r"#\s*archlint:")


def said_in(source: bytes, parsed: Parsed) -> tuple[Remark, ...]:
    """Return what a file says to archlint, in the order of the file.

    Where its tokens and LibCST both fail to tell comments from other text, nothing is said.
    """
    if SIGN not in source:
        return ()
    found = laid_out(source, parsed)
    return tuple(sorted(_remarks(found), key=attrgetter("line", "column"))) if found else ()


def laid_out(source: bytes, parsed: Parsed) -> Layout | None:
    """Return the layout of a file; newer syntax has other tokens than the interpreter's."""
    found = None if parsed.is_newer else layout(source)
    if found:
        return found
    from archlint.sources.skim.remarks.newer import newer_layout

    return newer_layout(source)


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
