"""Comments and heads of statements in syntax newer than the interpreter's, by LibCST."""

from typing import cast

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from archlint.sources.skim.remarks.heads import Comment, Head, Layout
from archlint.sources.study.guard import refuse_crashers
from archlint.sources.unreadable import UnreadableError

_FAILURES = (
    UnreadableError,
    cst.ParserSyntaxError,
    SyntaxError,  # an unknown encoding in the cookie
    RecursionError,
    ValueError,
    LookupError,
)


def newer_layout(source: bytes) -> Layout | None:
    """Return the layout of a file, None when LibCST cannot read it."""
    try:
        refuse_crashers(source)
        wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
        reader = _Reader(wrapper)
        wrapper.module.visit(reader)
    except _FAILURES:
        return None
    return Layout(tuple(sorted(reader.comments)), tuple(sorted(reader.heads)))


class _Reader(cst.CSTVisitor):
    def __init__(self, wrapper: MetadataWrapper) -> None:
        self.comments: list[Comment] = []
        self.heads: list[Head] = []
        self._ranges = wrapper.resolve(PositionProvider)

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Keep comments, simple statements, and whatever has blocks of statements."""
        if isinstance(node, cst.Comment):
            start = self._range(node).start
            self.comments.append(Comment(start.line, start.column, node.value))
        elif isinstance(node, cst.SimpleStatementLine):
            self._keep(node, self._range(node).end.line)
        elif isinstance(node, cst.Match):
            self._keep(node, self._range(node.subject).end.line)
        elif isinstance(body := getattr(node, "body", None), cst.BaseSuite):
            self._keep(node, self._last_line(body))
        return True

    def _last_line(self, body: cst.BaseSuite) -> int:
        if isinstance(body, cst.IndentedBlock):
            return self._range(body.header).start.line
        return self._range(body).end.line

    def _keep(self, node: cst.CSTNode, last: int) -> None:
        marked = [*getattr(node, "decorators", ()), node]
        first = min(self._range(each).start.line for each in marked)
        is_named = isinstance(node, cst.ClassDef | cst.FunctionDef)
        name = cast("cst.ClassDef", node).name.value if is_named else ""
        self.heads.append(Head(first, last, name, isinstance(node, cst.ClassDef)))

    def _range(self, node: cst.CSTNode) -> CodeRange:
        return self._ranges[node]
