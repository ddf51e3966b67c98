"""Signatures: whether a method can be called as the promise that it keeps says."""

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
        """Say what of a call that the promise allows fails here, "" when some way of calling works.

        Arguments may come by position or by name; which way callers go is not known.
        """
        if promise.is_open or self._takes_by_position(promise) or self._takes_by_name(promise):
            return ""
        wanted, left = (" and ".join(names) for names in self._unmatched(promise))
        if wanted and left:
            return f"wants {wanted} in place of {left}"
        return f"also wants {wanted}" if wanted else f"does not take {left}"

    def _takes_by_position(self, promise: "Signature") -> bool:
        """Whether it can be called with the promise's arguments in their order."""
        given = len(promise.positional)
        if given > len(self.positional) and not self.takes_positions:
            return False
        filled = {p.name for p in self.positional[:given]}
        return self._takes_names(frozenset(promise.keywords) - filled, filled)

    def _takes_by_name(self, promise: "Signature") -> bool:
        """Whether it can be called with the promise's arguments by their names."""
        names = {p.name for p in promise.positional} | set(promise.keywords)
        return self._takes_names(frozenset(names), set())

    def _takes_names(self, names: frozenset[str], filled: set[str]) -> bool:
        """Whether these names are known, and fill all that needs an argument and has none."""
        known = {p.name for p in self.positional} | set(self.keywords)
        needed = {p.name for p in self._required} - filled
        return needed <= names and (names <= known or self.takes_keywords)

    @cached_property
    def _required(self) -> tuple[Parameter, ...]:
        single = (*self.positional, *self.keywords.values())
        return tuple(p for p in single if p.default is None)

    def _unmatched(self, promise: "Signature") -> tuple[list[str], list[str]]:
        """Return what it needs beyond the promise, and what it has no room for, by their names."""
        promised = [*(p.name for p in promise.positional), *promise.keywords]
        own = {p.name for p in self.positional} | set(self.keywords)
        wanted = [p.name for p in self._required if p.name not in promised]
        return wanted, [name for name in promised if name not in own]


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
