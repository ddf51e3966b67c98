"""What is kept: rows that nothing else tells, since they are changed and then save themselves."""

from archlint.model.code.controller_evidence.origin import Origin
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, walk
from archlint.model.facts.structure import Function

SAVING = frozenset({"save", "asave", "put"})
UNTOLD = frozenset({Origin.NOWHERE, Origin.BUILT, Origin.INPUT, Origin.COLLABORATOR})
"""What a row seems to be that came with a form, or that another method of a view put into it."""


def kept(function: Function) -> frozenset[str]:
    """Return the values that a function changes and then tells to save themselves, by name."""
    changed: set[str] = set()
    saved: set[str] = set()
    made: set[str] = set()
    for statement in walk(function.body):
        if statement.kind is StatementKind.ASSIGN:
            value, *targets = statement.expressions
            changed |= {_owner(target) for target in targets}
            made |= {target.dotted for target in targets if _is_making(value.unwrapped())}
        elif statement.kind is StatementKind.DO:
            call = statement.expressions[0].unwrapped()
            if call.kind is ExpressionKind.CALL and call.callee.text in SAVING:
                saved.add(_owner(call.callee))
    return frozenset((changed & saved) - made - {"", "self", "cls"})


def _is_making(value: Expression) -> bool:
    """Whether a value is made here, as an instance of a class is."""
    return value.kind is ExpressionKind.CALL and value.callee.text[:1].isupper()


def _owner(place: Expression) -> str:
    """Return whose attribute a place is, nothing where it is none."""
    return place.parts[0].dotted if place.kind is ExpressionKind.ATTRIBUTE else ""
