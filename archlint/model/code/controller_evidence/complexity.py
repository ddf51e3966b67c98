"""How much a body holds: statements, paths through it, and how hard it is to follow."""

from collections.abc import Iterable, Iterator

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_in, walk
from archlint.model.facts.structure import Function

Statements = tuple[Statement, ...]

BRANCHES = frozenset(
    {StatementKind.IF, StatementKind.WHILE, StatementKind.FOR, StatementKind.HANDLER}
)
CLAUSES = frozenset({StatementKind.ELSE, StatementKind.FINALLY, StatementKind.HANDLER})
LOGICAL = frozenset({"and", "or"})


def statements(body: Statements) -> int:
    """Count statements, nested ones included; clauses such as `except` and `else` are none."""
    return sum(1 for statement in walk(body) if statement.kind not in CLAUSES)


def cyclomatic(body: Statements) -> int:
    """Count the independent paths through a body (McCabe, A Complexity Measure, 1976).

    Each decision adds one: `if`, loops, `except`, `case` with a pattern, `a if b else c`, each
    further operand of `and` and `or`, and the clauses of comprehensions.
    """
    decisions = sum(_decides(statement) for statement in walk(body))
    return 1 + decisions + sum(_paths(expression) for expression in expressions_in(body))


def _decides(statement: Statement) -> bool:
    if statement.kind is StatementKind.CASE:
        pattern = statement.expressions[0]
        return bool(pattern.parts or len(statement.expressions) > 1)
    return statement.kind in BRANCHES or statement.kind is StatementKind.ASSERT


def _paths(expression: Expression) -> int:
    if expression.kind is ExpressionKind.OPERATION and expression.text in LOGICAL:
        return len(expression.parts) - 1
    if expression.kind is ExpressionKind.CLAUSE:
        return len(expression.parts) - 1
    return int(expression.kind is ExpressionKind.CONDITIONAL)


def cognitive(function: Function) -> int:
    """Return how hard a function is to follow (Campbell, Cognitive Complexity, 2018).

    Breaks in the flow count one, and one more for each level they are nested in; `else` and `elif`,
    runs of one logical operator, and recursion count one wherever they stand. Functions defined
    inside count where they are defined, one level deeper.
    """
    return _Reading(function).of(function.body, 0)


class _Reading:
    """Reads one function."""

    def __init__(self, function: Function) -> None:
        self._inside = {inner.name: inner for inner in function.functions}
        self._names = {function.name, f"self.{function.name}", f"cls.{function.name}"}

    def of(self, body: Iterable[Statement], nesting: int) -> int:
        return sum(self._statement(statement, nesting) for statement in body)

    def _statement(self, statement: Statement, nesting: int) -> int:
        kind = statement.kind
        cost = sum(self._expression(expression, nesting) for expression in statement.expressions)
        if kind is StatementKind.IF:
            return cost + 1 + nesting + self._arms(statement, nesting)
        if kind in {StatementKind.FOR, StatementKind.WHILE}:
            return cost + 1 + nesting + self._loop(statement, nesting)
        if kind in {StatementKind.HANDLER, StatementKind.MATCH}:
            return cost + 1 + nesting + self.of(statement.body, nesting + 1)
        if kind is StatementKind.DEFINE:
            return self._defined(statement.text, nesting)
        return cost + self.of(statement.body, nesting) + self.of(statement.orelse, nesting)

    def _arms(self, statement: Statement, nesting: int) -> int:
        """Read the body of an `if` and what comes else; an `elif` costs one, however deep."""
        cost = self.of(statement.body, nesting + 1)
        orelse = statement.orelse
        while len(orelse) == 1 and orelse[0].kind is StatementKind.IF:
            arm = orelse[0]
            tests = sum(self._expression(test, nesting) for test in arm.expressions)
            cost += 1 + tests + self.of(arm.body, nesting + 1)
            orelse = arm.orelse
        return cost + (1 + self.of(orelse, nesting + 1) if orelse else 0)

    def _loop(self, statement: Statement, nesting: int) -> int:
        after = 1 + self.of(statement.orelse, nesting + 1) if statement.orelse else 0
        return self.of(statement.body, nesting + 1) + after

    def _defined(self, name: str, nesting: int) -> int:
        inner = self._inside.get(name)
        return _Reading(inner).of(inner.body, nesting + 1) if inner else 0

    def _expression(self, expression: Expression, nesting: int) -> int:
        cost = 0
        for part, depth in _nested(expression, nesting):
            if part.kind is ExpressionKind.CONDITIONAL:
                cost += 1 + depth
            elif self._is_recursion(part) or _is_logical(part):
                cost += 1
        return cost

    def _is_recursion(self, part: Expression) -> bool:
        return part.kind is ExpressionKind.CALL and part.callee.dotted in self._names


def _is_logical(part: Expression) -> bool:
    return part.kind is ExpressionKind.OPERATION and part.text in LOGICAL


def _nested(expression: Expression, nesting: int) -> Iterator[tuple[Expression, int]]:
    """Yield an expression and all inside it, with how deep each stands.

    An operand that goes on with the operator it is an operand of belongs to the same run.
    """
    waiting = [(expression, nesting)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        deeper = node.kind in {ExpressionKind.CONDITIONAL, ExpressionKind.LAMBDA}
        waiting.extend((part, depth + deeper) for part in _without_run(node))


def _without_run(node: Expression) -> Iterator[Expression]:
    waiting = [*reversed(node.parts)]
    while waiting:
        part = waiting.pop()
        if _is_logical(part) and _is_logical(node) and part.text == node.text:
            waiting.extend(reversed(part.parts))
        else:
            yield part
