"""Signatures: what parameters, results and fields of the core name of a library."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.catalog import Library
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.names.symbols import UNKNOWN, Symbol, SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind
from archlint.model.facts.structure import Function

_CALLED = frozenset({"__init__", "__call__", "__enter__", "__aenter__", "__iter__", "__aiter__"})
"""Methods that callers use though their names begin with an underscore."""

_SPELLED = frozenset({ExpressionKind.SUBSCRIPT, ExpressionKind.OPERATION})
_CLASS_VARIABLE = "ClassVar"
_LOCAL = "<locals>"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name from outside in a signature; `verb` says what the callable does with it."""

    external: str
    line: int
    verb: str  # takes | returns | has


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the library that it is of."""

    mention: Mention
    library: Library


class Signatures:
    """Reads the public signatures of a project."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes

    def of_function(self, function: ProjectFunction) -> Iterator[Mention]:
        """Yield what a public function or method takes and returns, in that order.

        A default that a framework makes, such as `Depends(...)`, says what fills the parameter.
        """
        fact, module = function.fact, function.module.name
        if not is_called_from_outside(fact):
            return
        for parameter in fact.own_parameters:
            line = parameter.annotation.line if parameter.annotation else 0
            for external in self._named(module, parameter.annotation):
                yield Mention(external, line or fact.line, "takes")
            if parameter.default and parameter.default.kind is ExpressionKind.CALL:
                for external in self._named(module, parameter.default.callee):
                    yield Mention(external, parameter.default.line or fact.line, "takes")
        for external in self._named(module, fact.returns):
            yield Mention(external, (fact.returns and fact.returns.line) or fact.line, "returns")

    def of_class(self, owner: ProjectClass) -> Iterator[Mention]:
        """Yield the types of the public fields that the body of a class declares."""
        for statement in owner.fact.body:
            if statement.kind is not StatementKind.ANNOTATE:
                continue
            target, annotation, *_ = statement.expressions
            is_shared = any(part.text == _CLASS_VARIABLE for part in annotation.walk())
            if not target.text.startswith("_") and not is_shared:
                for external in self._named(owner.module.name, annotation):
                    yield Mention(external, statement.line, "has")

    def _named(
        self, module: str, annotation: Expression | None, opened: frozenset[str] = frozenset()
    ) -> Iterator[str]:
        """Yield the names from outside that an annotation is made of, aliases opened."""
        if annotation is None or annotation.kind is ExpressionKind.STRING:
            return
        if dotted := annotation.dotted:
            yield from self._outside(self._symbol(module, dotted), opened)
            return
        if annotation.kind is ExpressionKind.CALL:
            yield from self._named(module, annotation.callee, opened)
            return
        if annotation.kind is ExpressionKind.SUBSCRIPT and _is_literal(annotation):
            return
        for part in annotation.parts:
            yield from self._named(module, part, opened)

    def _symbol(self, module: str, dotted: str) -> Symbol:
        """Resolve a name; one that nothing in the module binds may be spelled out in quotes."""
        names = self._classes.names
        symbol = names.resolve(module, dotted)
        head, dot, _ = dotted.partition(".")
        is_bound = not dot or names.resolve(module, head).kind is not SymbolKind.UNKNOWN
        return names.spelled(module, dotted) if symbol == UNKNOWN and not is_bound else symbol

    def _outside(self, symbol: Symbol, opened: frozenset[str]) -> Iterator[str]:
        if symbol.external:
            if not symbol.external.endswith("()"):
                yield symbol.external
            return
        if symbol.kind is SymbolKind.VALUE and symbol.dotted not in opened:
            spelled = self._classes.assigned(symbol.module, symbol.name)
            if spelled and spelled.kind in _SPELLED:
                yield from self._named(symbol.module, spelled, opened | {symbol.dotted})


def is_called_from_outside(fact: Function) -> bool:
    """Whether a name says that others may call it, or Python does so for them."""
    return _LOCAL not in fact.qualname and (fact.is_public or fact.name in _CALLED)


def _is_literal(annotation: Expression) -> bool:
    return annotation.parts[0].dotted.rpartition(".")[2] == "Literal"
