"""Shapes of classes that speak for a role: abstract methods, equality by value, recorded events."""

from archlint.model.code.classes.fields import self_attribute
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, expressions_in
from archlint.model.facts.structure import Class, Function

_ABSTRACT = frozenset({"abstractmethod", "abstractproperty"})
_KEEPING = ("append", "add", "push", "put", "insert")
_RECORDING = ("record", "raise", "register", "emit", "publish", "trigger", "queue", "enqueue",
              "apply", "notify", *_KEEPING)  # fmt: skip


def is_abstract(method: Function) -> bool:
    """Whether a method is marked as abstract, or does nothing but refuse."""
    return is_marked_abstract(method) or refuses(method)


def is_marked_abstract(method: Function) -> bool:
    """Whether a decorator says that others have to define the method."""
    return any(d.dotted.rpartition(".")[2] in _ABSTRACT for d in method.decorators)


def refuses(method: Function) -> bool:
    """Whether a method does nothing but raise NotImplementedError."""
    first = method.body[:1]
    return (
        bool(first)
        and first[0].kind is StatementKind.RAISE
        and any(
            part.text == "NotImplementedError" for e in first[0].expressions for part in e.walk()
        )
    )


def has_unsafe_hash(fact: Class) -> bool:
    """Whether `@dataclass(unsafe_hash=True)` makes the hash of all fields."""
    hashes = (
        decorator.keyword("unsafe_hash")
        for decorator in fact.decorators
        if decorator.kind is ExpressionKind.CALL
    )
    return any(value is not None and value.text == "True" for value in hashes)


def compares_all_fields(owner: ProjectClass) -> bool:
    """Whether its own `__eq__` looks at every field, and `__hash__` stands beside it."""
    equality = owner.fact.method("__eq__")
    if equality is None or owner.fact.method("__hash__") is None:
        return False
    compared = {self_attribute(part) for part in expressions_in(equality.body)}
    if any(part.text == "__dict__" for part in expressions_in(equality.body)):
        return True
    names = {field.name for field in owner.fields if not field.is_class_variable}
    return bool(names) and names <= compared


def records_events(owner: ProjectClass) -> bool:
    """Whether a method keeps an event for others to publish."""
    return any(records_event(method) for heir in owner.lineage for method in heir.fact.methods)


def records_event(method: Function) -> bool:
    """Whether a method says `self.record(event)` or `self.events.append(event)`.

    What keeps only what it is given is the tool with which others record.
    """
    given = {parameter.name for parameter in method.own_parameters}
    return any(
        _keeps_event(part) and part.arguments[0].text not in given
        for part in expressions_in(method.body)
    )


def _keeps_event(call: Expression) -> bool:
    if call.kind is not ExpressionKind.CALL or call.callee.kind is not ExpressionKind.ATTRIBUTE:
        return False
    name, receiver = call.callee.text.lstrip("_"), call.callee.parts[0]
    if not name.startswith(_RECORDING) or not call.arguments:
        return False
    if receiver.dotted == "self":
        return "event" in name or name in {"record", "record_that", "record_thing"}
    return name.startswith(_KEEPING) and "event" in self_attribute(receiver).lower()
