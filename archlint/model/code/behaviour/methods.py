"""What a method of a class does with its own state, private helpers of its own read along."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.state import State, is_bookkeeping
from archlint.model.code.behaviour.writes import ANY, Write, writes
from archlint.model.code.classes.fields import self_attribute
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.shapes import records_event
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_in, walk
from archlint.model.facts.structure import Function

_GUARDS = ("check", "ensure", "validate", "assert", "require", "guard", "verify", "must", "enforce")
_SELVES = frozenset({"self", "cls"})


@dataclass(frozen=True)
class Method:
    """A method of `owner`, inherited from `holder` or its own; `state` is that of the owner."""

    owner: ProjectClass
    fact: Function
    state: State
    holder: ProjectClass

    @cached_property
    def body(self) -> tuple[Statement, ...]:
        """Its statements, followed by those of the private methods of its own that it calls."""
        return tuple(s for function in self._reached() for s in function.body)

    def _reached(self) -> Iterator[Function]:
        seen = {self.fact.name}
        waiting = [self.fact]
        while waiting:
            function = waiting.pop(0)
            yield function
            for name in _own_calls(function):
                found = self.owner.find_method(name)
                if found and name not in seen and _is_helper(name):
                    seen.add(name)
                    waiting.append(found[1])

    @cached_property
    def writes(self) -> tuple[Write, ...]:
        """What it changes of its own state."""
        found = (w for f in self._reached() for w in writes(f) if w.receiver.dotted == "self")
        return tuple(w for w in found if w.attribute == ANY or self._is_state(w.attribute))

    @cached_property
    def expressions(self) -> tuple[Expression, ...]:
        """All expressions in it."""
        return tuple(expressions_in(self.body))

    @cached_property
    def reads(self) -> frozenset[str]:
        """The attributes of its own state that it looks at, properties included."""
        called = {id(e.callee) for e in self.expressions if e.kind is ExpressionKind.CALL}
        return frozenset(
            name
            for part in self.expressions
            if (name := self_attribute(part)) and id(part) not in called and self._is_state(name)
        )

    def _is_state(self, name: str) -> bool:
        return not is_bookkeeping(name) and self.state.counts(name)

    @cached_property
    def guards(self) -> bool:
        """Whether it refuses: it raises on a condition, asserts, or calls what checks."""
        return any(_raises(s) for s in self.body) or any(_is_check(e) for e in self.expressions)

    @cached_property
    def records_event(self) -> bool:
        """Whether it keeps an event for others to publish."""
        return any(records_event(function) for function in self._reached())

    @cached_property
    def returned(self) -> tuple[Expression, ...]:
        """What it returns or yields."""
        return tuple(
            s.expressions[0].unwrapped()
            for s in walk(self.body)
            if s.kind is StatementKind.RETURN and s.expressions
        )

    def has_decorator(self, *names: str) -> bool:
        """Whether a decorator of one of these last names stands above it, called or not."""
        for decorator in self.fact.decorators:
            callee = decorator.callee if decorator.kind is ExpressionKind.CALL else decorator
            if callee.text in names:
                return True
        return False


def _own_calls(function: Function) -> Iterator[str]:
    for part in expressions_in(function.body):
        if part.kind is ExpressionKind.CALL and part.callee.kind is ExpressionKind.ATTRIBUTE:
            receiver = part.callee.parts[0]
            if receiver.text in _SELVES:
                yield part.callee.text


def _is_helper(name: str) -> bool:
    private = name.startswith("_") and not name.endswith("__")
    return private or name.startswith(_GUARDS)


def _raises(statement: Statement) -> bool:
    """Whether a statement raises on its own account; an error merely translated is none."""
    if statement.kind is StatementKind.HANDLER:
        return False
    if statement.kind in {StatementKind.RAISE, StatementKind.ASSERT}:
        return True
    return any(_raises(inner) for inner in (*statement.body, *statement.orelse))


def _is_check(expression: Expression) -> bool:
    if expression.kind is not ExpressionKind.CALL:
        return False
    return expression.callee.text.lstrip("_").startswith(_GUARDS)
