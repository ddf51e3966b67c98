"""Effects of code: each call or name by which a function, a class or a module reaches outside."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.effects.world import TELLING, Kind, effect_of_call, effect_of_name
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, walk
from archlint.model.facts.structure import Function, Structure
from archlint.model.modules import Module

_FACTORIES = frozenset({"default_factory", "factory"})
_CHAINS = frozenset({ExpressionKind.NAME, ExpressionKind.ATTRIBUTE})
_LOGGING = "logging"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a line reaches, by its full name: `datetime.datetime.now`.

    `is_fallback` marks what only stands in for an argument that the caller may give.
    """

    kind: Kind
    name: str
    line: int
    is_fallback: bool = False


_Seen = tuple[Expression, Effect]
"""What has an effect, and which."""


class Effects:
    """Reads code for what it reaches by Python's own means."""

    def __init__(self, inference: Inference) -> None:
        self._inference = inference

    def of_function(self, function: ProjectFunction) -> Iterator[Effect]:
        """Yield the effects of a call, those of its defaults first: these come with the file."""
        module, fact = function.module, function.fact
        for parameter in fact.parameters:
            if parameter.default is not None:
                seen = self._in(_outside(module), parameter.default, fact.line)
                yield from (effect for _, effect in seen)
        environment = self._inference.environment(module, fact, function.owner)
        for statement in walk(fact.body):
            yield from self._of(environment, statement)

    def of_class(self, owner: ProjectClass) -> Iterator[Effect]:
        """Yield the effects of a class body: of values, and of what makes values for instances."""
        for statement in owner.fact.body:
            yield from self._of(_outside(owner.module), statement)

    def of_module(self, module: Module, structure: Structure) -> Iterator[Effect]:
        """Yield the effects of importing a module; what only a script does is none."""
        for top in structure.body:
            if not _is_script(top):
                for statement in top.walk():
                    yield from self._of(_outside(module), statement)

    def _of(self, environment: Environment, statement: Statement) -> Iterator[Effect]:
        for expression in statement.expressions:
            for part, effect in self._in(environment, expression, statement.line):
                is_fallback = _is_fallback(environment.function, statement, part)
                yield replace(effect, is_fallback=True) if is_fallback else effect

    def _in(self, environment: Environment, expression: Expression, line: int) -> Iterator[_Seen]:
        for part in expression.walk():
            name, kind = self._effect(environment, part)
            if kind:
                told = _LOGGING if name.startswith(f"{_LOGGING}.") else name
                yield part, Effect(kind, told, part.line or line)

    def _effect(self, environment: Environment, part: Expression) -> tuple[str, Kind | None]:
        if part.kind is ExpressionKind.CALL:
            name = self._name(environment, part.callee)
            return name, effect_of_call(name)
        if part.kind is ExpressionKind.KEYWORD and part.text in _FACTORIES:
            name = self._name(environment, part.parts[0])
            return name, effect_of_call(name)
        name = self._name(environment, part) if part.kind in _CHAINS and part.dotted else ""
        return name, effect_of_name(name)

    def _name(self, environment: Environment, expression: Expression) -> str:
        """Return the full name of something from outside that may reach out, "" for all else."""
        dotted = expression.dotted
        if dotted and not environment.is_local(dotted.partition(".")[0]):
            resolved = self._inference.classes.names.resolve(environment.module.name, dotted)
            if resolved.external:
                return resolved.external
        if expression.kind is not ExpressionKind.ATTRIBUTE or expression.text not in TELLING:
            return ""
        owner = self._inference.type_of(environment, expression.parts[0])
        is_outside = owner.name and not self._inference.classes.get(owner.name)
        return f"{owner.name}.{expression.text}" if is_outside else ""


def _is_fallback(function: Function, statement: Statement, part: Expression) -> bool:
    """Whether a part of a statement only stands in for an argument that the caller may give."""
    given = frozenset(parameter.name for parameter in function.parameters)
    if any(target.text in given for target in _targets(statement)):
        return True
    expressions = statement.expressions
    return any(each is part for one in expressions for each in _standing_in(one, given))


def _targets(statement: Statement) -> tuple[Expression, ...]:
    """Return the plain names that a statement assigns to."""
    is_assigning = statement.kind is StatementKind.ASSIGN
    targets = statement.expressions[1:] if is_assigning else ()
    return tuple(target for target in targets if target.kind is ExpressionKind.NAME)


def _standing_in(expression: Expression, given: frozenset[str]) -> Iterator[Expression]:
    """Yield what stands beside a parameter in `now or ...`, and in `now if now else ...`."""
    for part in expression.walk():
        is_choice = part.kind is ExpressionKind.CONDITIONAL or (
            part.kind is ExpressionKind.OPERATION and part.text == "or"
        )
        if is_choice and any(one.dotted in given for one in part.parts):
            yield from part.walk()


def _outside(module: Module) -> Environment:
    """Return the surroundings of what stands in no function."""
    return Environment(module, Function(name="", qualname="", line=0))


def _is_script(statement: Statement) -> bool:
    if statement.kind is not StatementKind.IF:
        return False
    return any(part.text == "__name__" for part in statement.expressions[0].walk())
