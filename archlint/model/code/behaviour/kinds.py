"""Kinds of methods, told by what their bodies do; names count for serialisation only."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from archlint.model.code.behaviour import answers
from archlint.model.code.behaviour.methods import Method
from archlint.model.code.behaviour.state import State
from archlint.model.code.behaviour.values import is_weighing
from archlint.model.code.behaviour.writes import Manner
from archlint.model.code.classes.fields import CONSTRUCTORS, self_attribute
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, walk


class MethodKind(StrEnum):
    """What a method does with the state of its instance."""

    CONSTRUCTOR = "constructor"
    VALIDATOR = "validator"
    DUNDER = "dunder"
    TRIVIAL = "trivial"
    MAPPER = "mapper"
    FACTORY = "factory"
    FACTORY_GUARD = "guarding factory"
    FACTORY_EVENT = "factory that records an event"
    SETTER = "setter"
    GUARDED_SETTER = "guarded setter"
    BEHAVIOUR = "behaviour"
    GUARDED_BEHAVIOUR = "guarded behaviour"
    ACCESSOR = "accessor"
    FORMAT = "format"
    QUERY = "query"
    SIMPLE_QUERY = "simple query"
    DELEGATE = "delegate"
    UTIL = "util"


STRONG = frozenset(
    {MethodKind.BEHAVIOUR, MethodKind.GUARDED_BEHAVIOUR, MethodKind.QUERY,
     MethodKind.FACTORY_GUARD, MethodKind.GUARDED_SETTER}
)  # fmt: skip
_VALIDATORS = ("validator", "field_validator", "model_validator", "root_validator", "validates",
               "validates_schema")  # fmt: skip


def kind_of(method: Method) -> MethodKind:
    """Return what a method does; the first kind that fits."""
    return next((kind for kind, fits in _KINDS if fits(method)), MethodKind.UTIL)


def kinds_of(owner: ProjectClass, state: State) -> Iterator[tuple[Method, MethodKind]]:
    """Yield the methods of a class, inherited ones included, with what they do."""
    hidden: set[str] = set()
    for heir in owner.lineage:
        for fact in heir.fact.methods:
            if fact.name not in hidden:
                method = Method(owner, fact, state, heir)
                yield method, kind_of(method)
        hidden |= {fact.name for fact in heir.fact.methods}


def _is_constructor(method: Method) -> bool:
    return method.fact.name in CONSTRUCTORS


def _is_validator(method: Method) -> bool:
    return method.has_decorator(*_VALIDATORS)


def _is_dunder(method: Method) -> bool:
    return method.fact.name.startswith("__") and method.fact.name.endswith("__")


def _is_trivial(method: Method) -> bool:
    idle = {StatementKind.OTHER, StatementKind.RAISE}
    bare = all(s.kind in idle or _is_ellipsis(s.expressions) for s in method.fact.body)
    refuses = any(part.text == "NotImplementedError" for part in method.expressions)
    raises = any(s.kind is StatementKind.RAISE for s in method.fact.body)
    return bare and (refuses or not raises)


def _is_ellipsis(expressions: tuple[Expression, ...]) -> bool:
    return len(expressions) == 1 and expressions[0].text == "..."


def _is_mapper(method: Method) -> bool:
    if method.writes or (method.guards and not _is_made_without_instance(method)):
        return False
    if answers.MAPPER.fullmatch(method.fact.name):
        return True
    kinds = {returned.kind for returned in method.returned}
    return kinds == {ExpressionKind.DICT}


def _is_factory(method: Method) -> bool:
    if not _is_made_without_instance(method):
        return False
    makers = {"cls", method.owner.name}
    return any(
        part.kind is ExpressionKind.CALL and part.callee.text in makers
        for part in method.expressions
    )


def _is_made_without_instance(method: Method) -> bool:
    return method.has_decorator("classmethod", "staticmethod")


def _is_guarding_factory(method: Method) -> bool:
    if not _is_factory(method):
        return False
    tests = (s.expressions[0] for s in walk(method.body) if s.kind is StatementKind.IF)
    return method.guards or any(is_weighing(part) for test in tests for part in test.walk())


def _is_recording_factory(method: Method) -> bool:
    return _is_factory(method) and any(
        part.kind is ExpressionKind.CALL
        and part.callee.kind is ExpressionKind.ATTRIBUTE
        and ("event" in part.callee.text.lower() or "event" in part.callee.parts[0].text.lower())
        for part in method.expressions
    )


def _is_guarded_setter(method: Method) -> bool:
    return method.guards and bool(method.writes) and all(w.is_copy for w in method.writes)


def _is_guarded_behaviour(method: Method) -> bool:
    return method.guards and bool(method.writes or method.reads)


def _is_behaviour(method: Method) -> bool:
    if method.records_event and method.fact.is_public:
        return True
    if any(answers.hands_itself(part) for part in method.expressions):
        return True
    return any(not w.is_copy and w.manner is not Manner.LOOP for w in method.writes)


def _is_setter(method: Method) -> bool:
    return bool(method.writes) or method.has_decorator("setter")


def _is_format(method: Method) -> bool:
    if any(is_weighing(part) for part in method.expressions):
        return False
    return bool(method.returned) and all(answers.formats(returned) for returned in method.returned)


def _is_query(method: Method) -> bool:
    if not method.reads:
        return _works_out(method)
    if any(answers.computes(part) for part in method.expressions):
        return True
    if any(s.kind in {StatementKind.FOR, StatementKind.MATCH} for s in walk(method.body)):
        return True
    if any(answers.asks(part, method) for s in walk(method.body) for part in answers.tested(s)):
        return True
    return bool(method.fact.own_parameters) and any(
        answers.consults(part, method) for returned in method.returned for part in returned.walk()
    )


def _works_out(method: Method) -> bool:
    """Whether it answers with something computed from what it is given, as a strategy does.

    What weighs something of its own, such as its identity against another one, is none.
    """
    if not (method.returned and method.fact.own_parameters):
        return False
    if any(s.kind is StatementKind.AUGMENT for s in walk(method.body)):
        return True
    return any(
        answers.computes(part) and not any(map(self_attribute, part.walk()))
        for part in method.expressions
    )


def _is_simple_query(method: Method) -> bool:
    kinds = {ExpressionKind.COMPARISON, ExpressionKind.OPERATION}
    return bool(method.reads) and any(returned.kind in kinds for returned in method.returned)


def _is_accessor(method: Method) -> bool:
    """Whether it only shows state; what answers by weighing it decides, if only yes or no."""
    if method.reads and any(answers.chooses(s, method) for s in walk(method.body)):
        return False
    return bool(method.returned) and all(answers.accesses(value) for value in method.returned)


def _is_delegate(method: Method) -> bool:
    return bool(method.reads)


_KINDS: tuple[tuple[MethodKind, Callable[[Method], bool]], ...] = (
    (MethodKind.CONSTRUCTOR, _is_constructor),
    (MethodKind.VALIDATOR, _is_validator),
    (MethodKind.DUNDER, _is_dunder),
    (MethodKind.TRIVIAL, _is_trivial),
    (MethodKind.MAPPER, _is_mapper),
    (MethodKind.FACTORY_GUARD, _is_guarding_factory),
    (MethodKind.FACTORY_EVENT, _is_recording_factory),
    (MethodKind.FACTORY, _is_factory),
    (MethodKind.UTIL, _is_made_without_instance),
    (MethodKind.GUARDED_SETTER, _is_guarded_setter),
    (MethodKind.GUARDED_BEHAVIOUR, _is_guarded_behaviour),
    (MethodKind.BEHAVIOUR, _is_behaviour),
    (MethodKind.SETTER, _is_setter),
    (MethodKind.ACCESSOR, _is_accessor),
    (MethodKind.FORMAT, _is_format),
    (MethodKind.QUERY, _is_query),
    (MethodKind.SIMPLE_QUERY, _is_simple_query),
    (MethodKind.DELEGATE, _is_delegate),
)
