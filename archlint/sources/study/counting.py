"""The line pass: the code of a tree is generated again, and nothing kept but the line breaks.

It leans on a private class of LibCST, because `PositionProvider`, which does the same with that
class and keeps columns for every node, takes five times as long. A test holds the two together.
"""

import re
from contextlib import AbstractContextManager, nullcontext

import libcst as cst
from libcst._nodes.internal import CodegenState

from archlint.sources.study.lines import Lines

_BREAK = re.compile(r"\r\n?|\n")
_NOTHING = nullcontext()


def counted(module: cst.Module) -> Lines:
    """Find the lines of a tree by counting line breaks."""
    counter = _Counter(module.default_indent, module.default_newline)
    module._codegen(counter)  # noqa: SLF001 - the module's docstring says why
    return counter.found


class _Counter(CodegenState, AbstractContextManager[None]):
    """Takes the tokens of the generated code and forgets them.

    As the context of a simple statement, it notes the line on which the statement ends.
    """

    def __init__(self, default_indent: str, default_newline: str) -> None:
        super().__init__(default_indent, default_newline)
        self.found = Lines()
        self.starts = self.found.starts
        self.line = 1
        self.last = 1

    def __exit__(self, *_: object) -> None:
        self.last = self.line

    def add_indent_tokens(self) -> None:
        pass

    def add_token(self, value: str) -> None:
        if "\n" in value or "\r" in value:
            self.line += len(_BREAK.findall(value))

    def pop_trailing_newline(self) -> None:
        pass

    def record_syntactic_position(  # type: ignore[override] # any context manager will do
        self,
        node: cst.CSTNode,
        *,
        start_node: cst.CSTNode | None = None,  # noqa: ARG002 - only blocks name one
        end_node: cst.CSTNode | None = None,  # noqa: ARG002 - the end of a definition is known
    ) -> AbstractContextManager[None]:
        self.starts[node] = self.line
        kind = type(node)
        if kind is cst.SimpleStatementLine or kind is cst.SimpleStatementSuite:
            return self
        if kind is cst.FunctionDef or kind is cst.ClassDef:
            self.found.columns[node] = sum(map(len, self.indent_tokens))
            return _End(self, node)
        return _NOTHING


class _End(AbstractContextManager[None]):
    """Notes the line on which a definition ends: where its last simple statement does."""

    def __init__(self, counter: _Counter, node: cst.CSTNode) -> None:
        self.counter = counter
        self.node = node

    def __exit__(self, *_: object) -> None:
        self.counter.found.ends[self.node] = self.counter.last
