"""Signatures: whether a method can be called as the promise that it keeps says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import StatementKind, expressions_in, walk
from archlint.model.facts.structure import Function, Parameter, ParameterKind

_POSITIONAL = frozenset({ParameterKind.POSITIONAL_ONLY, ParameterKind.PLAIN})
_TRANSPARENT = frozenset({"override", "staticmethod", "classmethod", "final", "abstractmethod"})
_LATER = frozenset(
    {"Awaitable", "Coroutine", "Future", "Task", "AsyncIterator", "AsyncIterable",
     "AsyncGenerator", "AbstractAsyncContextManager", "AsyncContextManager"}
)  # fmt: skip


@dataclass(frozen=True)
class Signature:
    """The parameters of a method as its callers see them."""

    method: Function

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """All but the first one, which the call itself fills, where there is such."""
        is_static = any(_last(d.dotted) == "staticmethod" for d in self.method.decorators)
        return self.method.parameters if is_static else self.method.parameters[1:]

    @cached_property
    def positional(self) -> tuple[Parameter, ...]:
        """The parameters that may be given by position."""
        return tuple(p for p in self.parameters if p.kind in _POSITIONAL)

    @cached_property
    def keywords(self) -> dict[str, Parameter]:
        """The parameters that must be given by keyword."""
        return {p.name: p for p in self.parameters if p.kind is ParameterKind.KEYWORD_ONLY}

    @property
    def is_open(self) -> bool:
        """Whether it takes any arguments that come."""
        return self.takes_positions or self.takes_keywords

    @property
    def takes_positions(self) -> bool:
        """Whether there is a `*args`."""
        return any(p.kind is ParameterKind.VAR_POSITIONAL for p in self.parameters)

    @property
    def takes_keywords(self) -> bool:
        """Whether there is a `**kwargs`."""
        return any(p.kind is ParameterKind.VAR_KEYWORD for p in self.parameters)

    def refuses(self, promise: "Signature") -> str:
        """Say which call that the promise allows fails here, "" when none does.

        Names of positional parameters are not compared: callers seldom use them.
        """
        if promise.is_open:
            return ""
        if wanted := list(self._wanted_beside(promise)):
            return f"also wants {' and '.join(wanted)}"
        if left := list(self._left_of(promise)):
            return f"does not take {' and '.join(left)}"
        return ""

    def _wanted_beside(self, promise: "Signature") -> Iterator[str]:
        """Yield the parameters without a default that the promise leaves unfilled."""
        given = {p.name for p in promise.positional} | set(promise.keywords)
        for place, parameter in enumerate(self.positional):
            is_filled = place < len(promise.positional) or parameter.name in promise.keywords
            if parameter.default is None and not is_filled:
                yield parameter.name
        for name, parameter in self.keywords.items():
            if parameter.default is None and name not in given:
                yield name

    def _left_of(self, promise: "Signature") -> Iterator[str]:
        """Yield the parameters of the promise for which there is no room."""
        names = {p.name for p in self.positional} | set(self.keywords)
        if not self.takes_positions and not self.takes_keywords:
            for parameter in promise.positional[len(self.positional) :]:
                if parameter.name not in self.keywords:
                    yield parameter.name
        for name in promise.keywords:
            if name not in names and not self.takes_keywords:
                yield name


def is_plain(method: Function) -> bool:
    """Whether no decorator changes how the method is called."""
    return all(_last(d.dotted) in _TRANSPARENT for d in method.decorators)


def answers_later(method: Function) -> bool | None:
    """Whether a call gives something to await or to iterate over asynchronously.

    None where neither `async` nor an annotation nor the body says so: what comes back may be the
    answer of another asynchronous call, handed on.
    """
    if method.is_async:
        return True
    if method.returns is not None:
        named = {_last(part.dotted) for part in method.returns.walk() if part.dotted}
        return bool(named & _LATER)
    hands_on = any(
        statement.kind is StatementKind.RETURN
        and any(
            part.kind is ExpressionKind.CALL for e in statement.expressions for part in e.walk()
        )
        for statement in walk(method.body)
    )
    return None if hands_on else False


def is_generator(method: Function) -> bool:
    """Whether the body yields."""
    return any(part.kind is ExpressionKind.YIELD for part in expressions_in(method.body))


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]
