"""What ties a class, a function or a module to a library by more than calling it."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.names.symbols import Symbol
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind

_METACLASS = "has the metaclass"
_BUILDING = frozenset({StatementKind.ASSIGN, StatementKind.ANNOTATE, StatementKind.DO})


@dataclass(frozen=True, slots=True)
class Tie:
    """A bond to something from outside; `manner` says which, in words.

    `by_way_of` is the class of the project that brings the bond in, "" where it is direct.
    """

    external: str
    manner: str
    line: int
    by_way_of: str = ""


def ties_of_class(classes: Classes, owner: ProjectClass) -> Iterator[Tie]:
    """Yield what a class inherits, has for a metaclass, or is decorated with."""
    direct = {base.external for base in classes.bases(owner.dotted) if base.external}
    for ancestor in owner.ancestors:
        if ancestor.external:
            way = "" if ancestor.external in direct else _carrier(classes, owner, ancestor)
            yield Tie(ancestor.external, "inherits", owner.fact.line, way)
    yield from _metaclasses(classes, owner)
    yield from decorations(classes, owner.module.name, owner.fact.decorators, owner.fact.line)


def decorations(
    classes: Classes, module: str, decorators: tuple[Expression, ...], line: int
) -> Iterator[Tie]:
    """Yield what a class or function is decorated with."""
    for decorator in decorators:
        callee = decorator.callee if decorator.kind is ExpressionKind.CALL else decorator
        symbol = classes.names.resolve(module, callee.dotted)
        if symbol.external:
            yield Tie(symbol.external, "is decorated by", line)


def registrations(classes: Classes, module: str, body: tuple[Statement, ...]) -> Iterator[Tie]:
    """Yield the objects from outside that a module builds when it is imported.

    An error that is built to be raised later is nothing to register at.
    """
    for statement in body:
        if statement.kind in _BUILDING and (call := _built(statement)):
            external = classes.names.resolve(module, call.callee.dotted).external
            if external and not external.endswith(("Exception", "Error")):
                yield Tie(external, "builds", statement.line)


def _metaclasses(classes: Classes, owner: ProjectClass) -> Iterator[Tie]:
    """Yield the metaclasses of a class and of its ancestors, and what these inherit from."""
    for holder in owner.lineage:
        for keyword in holder.fact.keywords:
            if keyword.text == "metaclass":
                symbol = classes.names.resolve(holder.module.name, keyword.parts[0].dotted)
                way = "" if holder is owner else holder.dotted
                for made in (symbol, *classes.ancestors(symbol.dotted)):
                    carrier = way if made is symbol else way or symbol.dotted
                    if made.external:
                        yield Tie(made.external, _METACLASS, owner.fact.line, carrier)


def _built(statement: Statement) -> Expression | None:
    """Return the call whose result a statement keeps or drops."""
    is_first = statement.kind is not StatementKind.ANNOTATE
    values = statement.expressions[:1] if is_first else statement.expressions[2:]
    return next((v for v in values if v.kind is ExpressionKind.CALL), None)


def _carrier(classes: Classes, owner: ProjectClass, ancestor: Symbol) -> str:
    """Return the nearest class of the project between a class and what it inherits."""
    for known in owner.ancestors:
        if known.module and ancestor.external in {known.external, *_bases(classes, known)}:
            return known.dotted
    return ""


def _bases(classes: Classes, known: Symbol) -> Iterator[str]:
    return (base.external for base in classes.bases(known.dotted))
