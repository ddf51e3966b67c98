"""Remembering: what a service keeps from one call to the next, although nobody gave it to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.code.behaviour.openness import Openness
from archlint.model.code.behaviour.writes import ANY, Write, writes
from archlint.model.code.classes.fields import CONSTRUCTORS, self_attribute
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.identity import bare
from archlint.model.code.roles.words import SERVICE_WORDS
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, expressions_in, walk
from archlint.model.facts.structure import Function

_TECHNICAL = ("cache", "hash", "memo", "lazy", "lock", "logger", "instance", "semaphore", "session",
              "connection", "buffer", "config", "settings", "initialized", "loaded")  # fmt: skip
_REGISTERED = frozenset(
    {"rules", "hooks", "callbacks", "plugins", "observers", "policies", "strategies", "factories",
     "registries", "steps", "extensions", "types", "mapping", "mappings", "routes", "filters"}
) | {f"{word.lower()}s" for word in SERVICE_WORDS}  # fmt: skip
_LIFE = frozenset(
    {"start", "stop", "open", "close", "connect", "disconnect", "setup", "set_up", "configure",
     "initialize", "initialise", "init", "shutdown", "reset", "bind", "inject", "load", "reload"}
)  # fmt: skip

_LOOKING = frozenset(
    {(ExpressionKind.COMPARISON, text) for text in ("is", "is not", "in", "not in")}
    | {(ExpressionKind.OPERATION, text) for text in ("not", "and", "or")}
)


@dataclass(frozen=True, slots=True)
class Kept:
    """An attribute that a method leaves behind for the next call."""

    attribute: str
    method: Function
    line: int


def kept_between_calls(owner: ProjectClass) -> Iterator[Kept]:
    """Yield what the methods of a class itself store in the instance or the class.

    What is computed once and kept, what registers or replaces a collaborator, and what opens or
    closes the service is no memory of a call.
    """
    openness = Openness(owner)
    for method in owner.fact.methods:
        if _is_call(method) and (openness.is_open(method) or _is_of_class(method)):
            computed = _tested(method)
            for write in writes(method):
                if _stays(owner, write) and write.attribute not in computed:
                    yield Kept(write.attribute, method, write.line)


def _is_call(method: Function) -> bool:
    if method.name in CONSTRUCTORS or method.name.startswith(("__", "set_", "with_", "use_")):
        return False
    words = method.name.strip("_").split("_")
    return method.name.strip("_") not in _LIFE and words[0] not in _LIFE


def _is_of_class(method: Function) -> bool:
    return any(decorator.dotted == "classmethod" for decorator in method.decorators)


def _stays(owner: ProjectClass, write: Write) -> bool:
    if write.attribute == ANY or write.receiver.dotted not in {"self", "cls", owner.name}:
        return False
    name = bare(write.attribute)
    last = name.rpartition("_")[2]
    if last in _REGISTERED or last.capitalize() in SERVICE_WORDS:
        return False
    return not any(word in name for word in _TECHNICAL)


def _tested(method: Function) -> frozenset[str]:
    """Return the attributes that a method looks for before it computes them."""
    tests = (s.expressions[0] for s in walk(method.body) if s.kind is StatementKind.IF)
    parts = [part for test in tests for part in _absences(test)]
    parts.extend(
        operand
        for found in expressions_in(method.body)
        if found.kind is ExpressionKind.OPERATION and found.text == "or"
        for operand in found.parts[:1]
    )
    return frozenset(name for part in parts for name in _named(part))


def _absences(test: Expression) -> Iterator[Expression]:
    """Yield what a condition asks to be there: `x is None`, `not x`, `key in x`, `x`."""
    yield test
    for part in test.walk():
        if (part.kind, part.text) in _LOOKING:
            yield from part.parts
        elif part.kind is ExpressionKind.CALL and part.callee.text == "hasattr":
            yield part


def _named(part: Expression) -> Iterator[str]:
    if name := self_attribute(part):
        yield name
    if part.kind is ExpressionKind.CALL and part.callee.text == "hasattr":
        yield from (a.text for a in part.arguments if a.kind is ExpressionKind.STRING)
