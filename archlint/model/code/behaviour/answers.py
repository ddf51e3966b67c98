"""Answers: what the expressions in a method make of its own state."""

import re
from collections.abc import Iterator

from archlint.model.code.behaviour.methods import Method
from archlint.model.code.behaviour.values import is_weighing
from archlint.model.code.classes.fields import self_attribute
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind

MAPPER = re.compile(
    r"(to|from|as)_\w+|\w*(dict|json|primitives|serializ|serialis|snapshot|unmarshal|marshal)\w*"
    r"|_?(restore|hydrate|reconstitute|dump|load|rehydrate|asdict|values|fields)"
)
_ARITHMETIC = frozenset({"+", "-", "*", "/", "//", "%", "**", "@"})
_FOLDS = frozenset(
    {"sum", "max", "min", "any", "all", "sorted", "next", "round", "abs", "filter", "map"}
)
_COPIES = frozenset(
    {"list", "tuple", "set", "frozenset", "len", "str", "int", "float", "bool", "dict", "copy",
     "deepcopy", "iter", "repr", "get", "items", "values", "keys", "hash", "vars", "getattr",
     "type", "isinstance", "asdict", "hasattr", "id"}
)  # fmt: skip
_KEEPING_VERBS = re.compile(
    r"(a|bulk_)?(add|append|extend|insert|remove|discard|save|store|persist|put|upsert|update|merge"
    r"|delete|create|refresh|expunge|flush|get|find|filter|exclude|load|send|publish|dispatch|emit"
    r"|notify|trigger|register|record|push|enqueue|connect|log|debug|info|warning|error|exception"
    r"|critical|print|echo|super|setattr|delattr|validate)(_|$)"
)
"""What stores, looks up, tells or inspects an instance does none of its work."""


def formats(value: Expression) -> bool:
    """Whether a value is a text put together."""
    if value.kind is ExpressionKind.FORMATTED:
        return True
    texts = {ExpressionKind.STRING, ExpressionKind.FORMATTED}
    joined = value.kind is ExpressionKind.OPERATION and value.text in {"+", "%"}
    if joined and any(part.kind in texts for part in value.walk()):
        return True
    return value.kind is ExpressionKind.CALL and value.callee.text in {"join", "format", "strip"}


def tested(statement: Statement) -> Iterator[Expression]:
    """Yield the condition of an `if`, part by part."""
    if statement.kind is StatementKind.IF:
        yield from statement.expressions[0].walk()


def asks(part: Expression, method: Method) -> bool:
    """Whether it is a question to own state: `self.customer.may_order()`."""
    if part.kind is not ExpressionKind.CALL or part.callee.kind is not ExpressionKind.ATTRIBUTE:
        return False
    return self_attribute(part.callee.parts[0]) in method.reads


def computes(part: Expression) -> bool:
    """Whether it counts, compares or goes through something."""
    if part.kind is ExpressionKind.OPERATION:
        return part.text in _ARITHMETIC or part.text == "and"
    if part.kind is ExpressionKind.CALL:
        return part.callee.kind is ExpressionKind.NAME and part.callee.text in _FOLDS
    return part.kind is ExpressionKind.COMPREHENSION or is_weighing(part)


def consults(part: Expression, method: Method) -> bool:
    """Whether own state and a parameter go into a function that is more than a copy."""
    if part.kind is not ExpressionKind.CALL or part.callee.text in _COPIES:
        return False
    if part.callee.text[:1].isupper():
        return False
    given = [inner for argument in part.arguments for inner in argument.walk()]
    names = {parameter.name for parameter in method.fact.own_parameters}
    own = any(i.kind is ExpressionKind.ATTRIBUTE and i.text in method.reads for i in given)
    return own and any(i.kind is ExpressionKind.NAME and i.text in names for i in given)


def hands_itself(part: Expression) -> bool:
    """Whether the instance itself is given to another that does part of its work.

    A strategy or a visitor does; what stores, tells or copies the instance does not.
    """
    if part.kind is not ExpressionKind.CALL or not any(a.dotted == "self" for a in part.arguments):
        return False
    name = part.callee.text
    if not part.callee.dotted and part.callee.kind is not ExpressionKind.ATTRIBUTE:
        return False
    if name in _COPIES or name[:1].isupper() or MAPPER.fullmatch(name):
        return False
    return not (name.startswith("__") or _KEEPING_VERBS.match(name))


def chooses(statement: Statement, method: Method) -> bool:
    """Whether it goes one way or another by more than what the caller passed in."""
    given = {parameter.name for parameter in method.fact.own_parameters}
    if statement.kind is StatementKind.MATCH:
        return not _names(statement.expressions[0]) <= given
    return any(is_weighing(part) and not _names(part) <= given for part in tested(statement))


def _names(value: Expression) -> set[str]:
    return {part.text for part in value.walk() if part.kind is ExpressionKind.NAME}


def accesses(value: Expression) -> bool:
    """Whether a value is `self`, something reached from it, or a copy of that."""
    node = value.unwrapped()
    while node.kind in {ExpressionKind.ATTRIBUTE, ExpressionKind.SUBSCRIPT, ExpressionKind.CALL}:
        if node.kind is ExpressionKind.CALL and node.callee.text not in _COPIES:
            return False
        copied = node.kind is ExpressionKind.CALL and node.callee.kind is ExpressionKind.NAME
        node = node.parts[-1] if copied else node.parts[0]
    return node.text == "self" or node.kind is ExpressionKind.CONSTANT
