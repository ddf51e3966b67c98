"""Where the arguments of a handler come from, by what its parameters say of themselves."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.origin import Origin, Sources
from archlint.model.code.controller_evidence.vocabulary import TRANSPORT, is_actor, words
from archlint.model.code.inference.environments import Environment
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Parameter, ParameterKind

INJECTING = frozenset({"Depends", "Security", "Provide", "Inject", "FromDishka", "Injected"})


def of_parameter(sources: Sources, environment: Environment, parameter: Parameter) -> Origin:
    """Return where an argument comes from: what a framework passes in is no input."""
    name = parameter.name
    if name in {"self", "cls"} or sources.store.is_open(environment, _named(name)):
        return Origin.COLLABORATOR
    if is_actor(name) or any(is_actor(_snake(part.text)) for part in _said_of(parameter)):
        return Origin.ACTOR
    if words(name) & TRANSPORT or parameter.kind is ParameterKind.VAR_KEYWORD:
        return Origin.TRANSPORT
    found = environment.types.get(name)
    origin = sources.of_type(found) if found else Origin.NOWHERE
    if _is_injected(parameter):
        return origin or Origin.COLLABORATOR
    if found is not None and sources.is_row(found):
        return Origin.GIVEN
    return Origin.COLLABORATOR if origin is Origin.COLLABORATOR else Origin.INPUT


def _named(name: str) -> Expression:
    return Expression(ExpressionKind.NAME, name)


def _said_of(parameter: Parameter) -> Iterator[Expression]:
    """Yield the names in the default and the annotation of a parameter, and the calls."""
    kinds = {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE, ExpressionKind.CALL}
    for source in (parameter.default, parameter.annotation):
        if source is not None:
            yield from (part for part in source.walk() if part.kind in kinds)


def _snake(name: str) -> str:
    """Return `current_user` for `CurrentUser`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _is_injected(parameter: Parameter) -> bool:
    """Whether the framework finds the argument by itself, as in `x: X = Depends(get_x)`."""
    return any(
        part.kind is ExpressionKind.CALL and part.callee.text in INJECTING
        for part in _said_of(parameter)
    )
