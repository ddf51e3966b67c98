"""Expressions as facts: one uniform node, so that they serialise fast and walk simply."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class ExpressionKind(StrEnum):
    """What an expression is; beside each, what `text` and `parts` hold."""

    NAME = "name"  # text: the identifier
    ATTRIBUTE = "attribute"  # text: the attribute; parts: receiver
    CALL = "call"  # parts: callee, then the arguments
    KEYWORD = "keyword"  # an argument `text=parts[0]`; also class keywords
    STAR = "star"  # text: "*" or "**"; parts: what is unpacked
    STRING = "string"  # text: the value of a plain or implicitly joined string
    FORMATTED = "formatted"  # an f-string or t-string; parts: strings, the expressions between
    NUMBER = "number"  # text: as written
    CONSTANT = "constant"  # text: "None", "True", "False" or "..."
    BYTES = "bytes"
    OPERATION = "operation"  # text: "+", "and", "not", "neg", "pos", "invert"...; parts: operands
    COMPARISON = (
        "comparison"  # text: operators joined by spaces ("<", "is not", "in"); parts: operands
    )
    SUBSCRIPT = "subscript"  # parts: the value, then the indices
    SLICE = "slice"  # parts: the bounds that are there
    AWAIT = "await"  # parts: what is awaited
    YIELD = "yield"  # text: "" or "from"; parts: what is yielded, if anything
    CONDITIONAL = "conditional"  # `a if test else b`; parts: test, a, b
    LIST = "list"  # parts: elements
    TUPLE = "tuple"
    SET = "set"
    DICT = "dict"  # parts: PAIR and STAR
    PAIR = "pair"  # parts: key, value
    COMPREHENSION = "comprehension"  # text: list, set, dict, generator; parts: element, CLAUSEs
    CLAUSE = "clause"  # text: "async" or ""; parts: target, iterable, then the conditions
    LAMBDA = "lambda"  # text: the parameter names joined by spaces; parts: body, then defaults
    NAMED = "named"  # `text := parts[0]`
    AS = "as"  # an item of `with`; parts: context, then the target if there is one
    PATTERN = (
        "pattern"  # a pattern of `match`; text: captured name; parts: classes and values named,
        # the patterns inside as PATTERN, those with a key as PAIR, of an attribute as KEYWORD
    )
    OPAQUE = "opaque"  # anything else, or nested too deeply; parts: the expressions inside


class Expression(NamedTuple):
    """An expression without its layout; `line` counts from 1 and is 0 where it is not recorded.

    Lines are recorded for all but SLICE; what is a part of an expression without
    being one (KEYWORD, STAR, PAIR, CLAUSE, AS) has the line of its first part. The strings in
    annotations are parsed: what they spell has the line of the string.
    """

    kind: ExpressionKind
    text: str = ""
    parts: tuple["Expression", ...] = ()
    line: int = 0

    def walk(self) -> Iterator["Expression"]:
        """Yield this expression and all inside it, outermost first, in source order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            if parts := node.parts:
                waiting.extend(parts[::-1])

    @property
    def dotted(self) -> str:
        """The text of `a.b.c`, or "" when this is anything but a chain of names."""
        if self.kind is ExpressionKind.NAME:
            return self.text
        names: list[str] = []
        node = self
        while node.kind is ExpressionKind.ATTRIBUTE:
            names.append(node.text)
            node = node.parts[0]
        if node.kind is not ExpressionKind.NAME:
            return ""
        return ".".join([node.text, *reversed(names)])

    @property
    def callee(self) -> "Expression":
        """What a CALL calls."""
        return self.parts[0]

    @property
    def arguments(self) -> tuple["Expression", ...]:
        """The arguments of a CALL: plain expressions, KEYWORD and STAR."""
        return self.parts[1:]

    def keyword(self, name: str) -> "Expression | None":
        """Return the value passed to the keyword argument `name` of a CALL, if it is passed."""
        for part in self.parts[1:]:
            if part.kind is ExpressionKind.KEYWORD and part.text == name:
                return part.parts[0]
        return None

    @classmethod
    def chain(cls, dotted: str) -> "Expression":
        """Return the expression that `a.b.c` spells."""
        first, *names = dotted.split(".")
        found = cls(ExpressionKind.NAME, first)
        for name in names:
            found = cls(ExpressionKind.ATTRIBUTE, name, (found,))
        return found

    def unwrapped(self) -> "Expression":
        """Return the expression without the `await` around it."""
        node = self
        while node.kind is ExpressionKind.AWAIT:
            node = node.parts[0]
        return node
