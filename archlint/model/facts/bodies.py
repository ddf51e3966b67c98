"""Bodies: the statements of functions, classes and modules, packed until somebody asks for them.

Statements and expressions take ten times the room of the bytes in which they are packed, and most
questions are about few of them. So a definition holds its body packed, and whoever opens it keeps
no more of what was opened than there is room for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from sys import intern

from archlint.model.facts.bindings import LocalBinding, explain_late, local_bindings
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_of, walk

_NOTED = frozenset({ExpressionKind.CALL, ExpressionKind.NAMED, ExpressionKind.YIELD})


@dataclass(frozen=True)
class Contents:
    """The statements of a body; what many ask of them is worked out once and kept with them."""

    statements: tuple[Statement, ...] = ()

    @cached_property
    def calls(self) -> tuple[Expression, ...]:
        """Every call, in source order; functions inside are left out."""
        return tuple(part for part in self._noted if part.kind is ExpressionKind.CALL)

    @cached_property
    def has_walrus(self) -> bool:
        """Whether an expression binds a name, as `(total := price)` does."""
        return any(part.kind is ExpressionKind.NAMED for part in self._noted)

    @cached_property
    def yields(self) -> bool:
        """Whether it makes its function a generator."""
        return any(part.kind is ExpressionKind.YIELD for part in self._noted)

    @cached_property
    def _noted(self) -> tuple[Expression, ...]:
        return tuple(expressions_of(self.statements, _NOTED))

    @cached_property
    def bindings(self) -> tuple[LocalBinding, ...]:
        """What is bound to names, in source order."""
        return tuple(local_bindings(self.statements, has_walrus=self.has_walrus))

    @cached_property
    def explains_late(self) -> bool:
        """Whether something is explained by a name before all is said about that name."""
        return explain_late(self.bindings)

    @cached_property
    def values(self) -> Mapping[str, Expression]:
        """The value of each name that is bound once, in an assignment."""
        found: dict[str, list[Expression]] = {}
        for statement in walk(self.statements):
            if statement.kind is StatementKind.ASSIGN:
                value, *targets = statement.expressions
                for target in targets:
                    found.setdefault(target.dotted, []).append(value)
        return {name: values[0] for name, values in found.items() if len(values) == 1}


Opener = Callable[[bytes], Contents]
"""Unpacks bodies: a port, because how they are packed is no knowledge of the model."""


def _closed(_: bytes) -> Contents:
    return Contents()


class Body:
    """What a definition consists of: its statements, `packed`, and who unpacks them.

    Two times that somebody asks may give two copies: equal, and not the same. A body that was made
    here holds its statements as they are, and `packed` is b"".
    """

    __slots__ = ("_callees", "_opener", "packed")

    def __init__(
        self,
        packed: bytes = b"",
        opener: Opener = _closed,
        callees: tuple[str, ...] | None = None,
    ) -> None:
        self.packed = packed
        self._opener = opener
        self._callees = callees

    @classmethod
    def of(cls, statements: tuple[Statement, ...]) -> "Body":
        """Return a body of these statements."""
        contents = Contents(statements)
        return cls(opener=lambda _: contents)

    @property
    def contents(self) -> Contents:
        """The statements with what is known of them."""
        return self._opener(self.packed)

    @property
    def callees(self) -> tuple[str, ...]:
        """What is called, each once: `orders.save`; `.save` where not all before it are names.

        They stay when the body is closed, and tell of most bodies that a question passes them by.
        """
        if self._callees is None:
            names = (_name(call.callee) for call in self.contents.calls)
            self._callees = tuple(dict.fromkeys(map(intern, names)))
        return self._callees

    @property
    def called(self) -> frozenset[str]:
        """The last names of what is called: `save` for `orders.save(order)`."""
        return frozenset([callee.rpartition(".")[2] for callee in self.callees])

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        if not isinstance(other, Body):
            return NotImplemented
        is_same = bool(self.packed) and self.packed == other.packed
        return is_same or self.contents.statements == other.contents.statements

    __hash__ = None  # type: ignore[assignment]  # whoever wants its hash wants that of its definition


def _name(callee: Expression) -> str:
    last = callee.text if callee.kind is ExpressionKind.ATTRIBUTE else ""
    return callee.dotted or f".{last}"
