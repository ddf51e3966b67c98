"""A scope: a module, class or function body while it is read, and what is defined in it."""

from collections.abc import Callable, Iterable, Mapping

import libcst as cst

from archlint.model.facts.statements import Statement, StatementKind
from archlint.model.facts.structure import Class, Function
from archlint.sources.study.lines import Lines
from archlint.sources.study.reader import Reader

Converter = Callable[..., Statement]
"""Takes a node and the scope; what node is decided by the table it stands in."""


class Scope:
    """Reads the statements of a body and gathers the functions and classes defined in it."""

    def __init__(
        self,
        lines: Lines,
        reader: Reader,
        converters: Mapping[type[cst.CSTNode], Converter],
        prefix: str = "",
    ) -> None:
        self.lines = lines
        self.reader = reader
        self.converters = converters
        self.prefix = prefix
        self.functions: list[Function] = []
        self.classes: list[Class] = []

    def inner(self, prefix: str) -> "Scope":
        """Open the scope of a definition in this one; names in it start with `prefix`."""
        return Scope(self.lines, self.reader, self.converters, prefix)

    def body(self, nodes: Iterable[cst.CSTNode]) -> tuple[Statement, ...]:
        """Read the statements of a block."""
        found: list[Statement] = []
        for node in nodes:
            if isinstance(node, cst.SimpleStatementLine):
                found.extend([self.statement(small) for small in node.body])
            else:
                found.append(self.statement(node))
        return tuple(found)

    def statement(self, node: cst.CSTNode) -> Statement:
        """Read one statement; what is unknown becomes OTHER with the expressions inside."""
        converter = self.converters.get(type(node))
        if converter is not None:
            return converter(node, self)
        inside = self.reader.opaque(node).parts
        name = type(node).__name__.lower()
        return Statement(StatementKind.OTHER, self.lines.starts[node], name, inside)
