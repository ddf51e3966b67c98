"""Guards: what the test of an `if` says of the imports under it."""

import ast

from archlint.model.facts.outline import Guard
from archlint.sources.skim.dotted import last_name

TYPE_CHECKING = "TYPE_CHECKING"

_WEIGHT = {
    Guard.NONE: 0,
    Guard.CONDITION: 1,
    Guard.TRY: 2,
    Guard.MAIN: 3,
    Guard.TYPE_CHECKING: 4,
}
_EITHER_WAY = (Guard.CONDITION, Guard.CONDITION)
_ONLY_TYPES = (Guard.TYPE_CHECKING, Guard.NONE)


def stronger(*guards: Guard) -> Guard:
    """Return the guard that says most: what never runs, then what runs as a script only."""
    return max(guards, key=_WEIGHT.__getitem__)


class Guards:
    """Reads tests; `aliases` are further names of TYPE_CHECKING in the file."""

    def __init__(self, aliases: frozenset[str] = frozenset()) -> None:
        self._only_types = aliases | {TYPE_CHECKING, "MYPY"}

    def branches(self, test: ast.expr) -> tuple[Guard, Guard]:
        """Return the guards of what follows `if test:` and of what follows its `else:`.

        `else` of TYPE_CHECKING runs always, so that it has no guard of its own.
        """
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            body, orelse = self.branches(test.operand)
            return orelse, body
        if isinstance(test, ast.BoolOp):
            return self._joined(test)
        if isinstance(test, ast.Constant):
            return _ONLY_TYPES[::-1] if test.value else _ONLY_TYPES
        if last_name(test) in self._only_types:
            return _ONLY_TYPES
        return _main(test) if isinstance(test, ast.Compare) else _EITHER_WAY

    def _joined(self, test: ast.BoolOp) -> tuple[Guard, Guard]:
        parts = [self.branches(part) for part in test.values]
        if isinstance(test.op, ast.And):
            return stronger(Guard.CONDITION, *(body for body, _ in parts)), Guard.CONDITION
        return Guard.CONDITION, stronger(Guard.CONDITION, *(orelse for _, orelse in parts))


def _main(test: ast.Compare) -> tuple[Guard, Guard]:
    sides = [test.left, *test.comparators]
    names = {side.id for side in sides if isinstance(side, ast.Name)}
    values = {side.value for side in sides if isinstance(side, ast.Constant)}
    if names != {"__name__"} or values != {"__main__"}:
        return _EITHER_WAY
    if isinstance(test.ops[0], ast.Eq):
        return Guard.MAIN, Guard.CONDITION
    return Guard.CONDITION, Guard.MAIN
