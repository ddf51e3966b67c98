"""Sharing: where an entity gives others the list, set or mapping that it keeps for itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.code.behaviour.state import is_bookkeeping
from archlint.model.code.behaviour.writes import Manner, writes
from archlint.model.code.classes.fields import CONSTRUCTORS, Field, self_attribute
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk
from archlint.model.facts.structure import Function

_MUTABLE = frozenset(
    {"list", "dict", "set", "List", "Dict", "Set", "MutableSequence", "MutableMapping",
     "MutableSet", "defaultdict", "DefaultDict", "deque", "Deque", "OrderedDict", "Counter"}
)  # fmt: skip
_READ_ONLY = frozenset(
    {"Sequence", "Mapping", "Iterable", "Iterator", "Collection", "AbstractSet", "Container",
     "tuple", "Tuple", "frozenset", "FrozenSet", "Generator", "Sized", "Reversible",
     "MappingProxyType", "KeysView", "ValuesView", "ItemsView"}
)  # fmt: skip
_DISPLAYS = frozenset({ExpressionKind.LIST, ExpressionKind.DICT, ExpressionKind.SET})
_EMPTY_UNIONS = frozenset({"Optional", "Union"})


@dataclass(frozen=True, slots=True)
class Leak:
    """A method that shares the collection in `field`; `is_given` when it came from outside."""

    method: Function
    field: Field
    line: int
    kind: str
    is_given: bool


def leaks(owner: ProjectClass) -> Iterator[Leak]:
    """Yield where a class itself hands out a private collection, or keeps one of somebody else."""
    known = {f.name: f for f in owner.fields if f.name.startswith("_") and not _is_left_out(f)}
    for method in owner.fact.methods:
        if method.is_public and not _is_read_only(method):
            yield from _handed_out(known, method)
        if method.is_public or method.name in CONSTRUCTORS:
            yield from _taken_in(known, method)


def exposed(owner: ProjectClass) -> Iterator[Field]:
    """Yield the public collections of a class that its own methods fill: anybody else may, too."""
    filled = {
        write.attribute
        for method in owner.fact.methods
        if method.name not in CONSTRUCTORS
        for write in writes(method)
        if write.manner is Manner.COLLECTION and write.receiver.dotted == "self"
    }
    for field in owner.own_fields:
        is_open = not field.name.startswith("_") and not _is_left_out(field)
        if is_open and field.name in filled and kind_of(field):
            yield field


def _handed_out(known: dict[str, Field], method: Function) -> Iterator[Leak]:
    for statement in walk(method.body):
        if statement.kind is StatementKind.RETURN and statement.expressions:
            field = known.get(self_attribute(statement.expressions[0]))
            if field and (kind := kind_of(field)):
                yield Leak(method, field, statement.line, kind, is_given=False)


def _taken_in(known: dict[str, Field], method: Function) -> Iterator[Leak]:
    given = {p.name: mutable(p.annotation) for p in method.own_parameters}
    for statement in walk(method.body):
        for target, value in _assignments(statement):
            field = known.get(self_attribute(target))
            kind = next((given[v.text] for v in _ways(value) if given.get(v.text)), "")
            if field and kind:
                yield Leak(method, field, statement.line, kind, is_given=True)


def _assignments(statement: Statement) -> Iterator[tuple[Expression, Expression]]:
    if statement.kind is StatementKind.ASSIGN:
        value, *targets = statement.expressions
        yield from ((target, value) for target in targets)
    if statement.kind is StatementKind.ANNOTATE:
        target, _, *values = statement.expressions
        yield from ((target, value) for value in values)


def _ways(value: Expression) -> Iterator[Expression]:
    """Yield the names between which a value chooses: `items or []`, `items if items else []`."""
    if value.kind is ExpressionKind.NAME:
        yield value
    elif value.kind is ExpressionKind.OPERATION and value.text in {"or", "and"}:
        yield from (part for part in value.parts if part.kind is ExpressionKind.NAME)
    elif value.kind is ExpressionKind.CONDITIONAL:
        yield from (part for part in value.parts[1:] if part.kind is ExpressionKind.NAME)


def kind_of(field: Field) -> str:
    """Return the kind of collection that a field surely holds, "" where it is none or unknown."""
    if field.annotation is not None:
        return mutable(field.annotation)
    if field.value is None:
        return ""
    return _built(field.value) or _stored(field, field.value)


def _built(value: Expression) -> str:
    if value.kind in _DISPLAYS:
        return value.kind.value
    if value.kind is ExpressionKind.COMPREHENSION and value.text != "generator":
        return value.text
    called = value.callee if value.kind is ExpressionKind.CALL else None
    return called.text if called and called.dotted in _MUTABLE else ""


def _stored(field: Field, value: Expression) -> str:
    """Return the kind that the annotation of the parameter says which the constructor stores."""
    stored = {part.text for part in _ways(value)}
    given = field.setter.own_parameters if field.setter else ()
    return next((kind for p in given if p.name in stored and (kind := mutable(p.annotation))), "")


def mutable(annotation: Expression | None) -> str:
    """Return the mutable collection that an annotation names, alone or beside None."""
    if annotation is None:
        return ""
    if annotation.kind is ExpressionKind.OPERATION and annotation.text == "|":
        kinds = {mutable(p) for p in annotation.parts if p.text != "None"}
        return kinds.pop() if len(kinds) == 1 else ""
    if annotation.kind is ExpressionKind.SUBSCRIPT and annotation.parts[0].text in _EMPTY_UNIONS:
        kinds = {mutable(part) for part in annotation.parts[1:] if part.text != "None"}
        return kinds.pop() if len(kinds) == 1 else ""
    if annotation.kind is ExpressionKind.SUBSCRIPT:
        annotation = annotation.parts[0]
    return annotation.text.lower() if annotation.text in _MUTABLE else ""


def _is_read_only(method: Function) -> bool:
    """Whether the annotation tells callers that what they get is only to be read."""
    if method.returns is None:
        return False
    named = {part.text for part in method.returns.walk()}
    return bool(named & _READ_ONLY) and not mutable(method.returns)


def _is_left_out(field: Field) -> bool:
    return field.is_class_variable or is_bookkeeping(field.name)
