"""Handing up: what a constructor passes on to that of its base class."""

from collections.abc import Iterator

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import expressions_in
from archlint.model.facts.structure import Function


def handed_up(constructor: Function, base: Function, parameter: str) -> Expression | None:
    """Return what a constructor passes for a parameter of its base: `super().__init__(Order)`."""
    names = [p.name for p in base.own_parameters]
    for call in _calls_of_super(constructor):
        if passed := call.keyword(parameter):
            return passed
        plain = [a for a in call.arguments if a.kind is not ExpressionKind.KEYWORD]
        if parameter in names and names.index(parameter) < len(plain):
            return plain[names.index(parameter)]
    return None


def _calls_of_super(constructor: Function) -> Iterator[Expression]:
    for expression in expressions_in(constructor.body):
        if expression.kind is not ExpressionKind.CALL or expression.callee.text != "__init__":
            continue
        receiver = expression.callee.parts[0]
        if receiver.kind is ExpressionKind.CALL and receiver.callee.text == "super":
            yield expression
