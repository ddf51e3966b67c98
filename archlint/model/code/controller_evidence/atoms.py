"""The atoms of a test: what `and`, `or` and `not` join."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.facts.expressions import Expression, ExpressionKind


@dataclass(frozen=True, slots=True)
class Atom:
    """A test that `and`, `or` or `not` joins with others; `denied` where it must not hold."""

    test: Expression
    denied: bool


def atoms(test: Expression, *, denied: bool = False) -> Iterator[Atom]:
    """Yield the tests that a test is made of."""
    if test.kind is ExpressionKind.OPERATION and test.text == "not":
        yield from atoms(test.parts[0], denied=not denied)
    elif test.kind is ExpressionKind.OPERATION and test.text in {"and", "or"}:
        for part in test.parts:
            yield from atoms(part, denied=denied)
    elif test.kind is ExpressionKind.NAMED:
        yield from atoms(test.parts[0], denied=denied)
    else:
        yield Atom(test.unwrapped(), denied)
