"""Uses: where a function or a class of its own accord touches a table, a session or a query."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.orm.handed import Handed, of_type
from archlint.model.code.orm.libraries import library_of
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.tables import Tables
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.outline import Guard, Import
from archlint.model.facts.statements import Statement, StatementKind, walk

_NAMED = frozenset({ExpressionKind.NAME, ExpressionKind.ATTRIBUTE})


@dataclass(frozen=True, slots=True)
class Use:
    """Something of a mapper in a line; `verb` says what is done with it.

    `is_own` marks what the object already holds; `is_soft` what only type checkers see.
    """

    handed: Handed
    line: int
    verb: str  # takes | returns | uses | keeps
    is_own: bool = False
    is_soft: bool = False


class Uses:
    """Reads functions and classes for what they use of mappers.

    A use of a table for which `is_excused` holds is left out.
    """

    def __init__(
        self, inference: Inference, tables: Tables, is_excused: Callable[[str], bool]
    ) -> None:
        self._inference = inference
        self._tables = tables
        self._is_excused = is_excused

    def of_class(self, owner: ProjectClass) -> Iterator[Use]:
        """Yield the fields of a class that are declared to hold something of a mapper."""
        for field in owner.own_fields:
            if field.annotation is not None and field.setter is None:
                annotations = self._inference.annotations
                found = annotations.read(owner.module.name, field.annotation, owner)
                for handed in of_type(self._tables, found):
                    if not self._is_excused(handed.target):
                        soft = self._is_soft(owner.module.name, field.annotation)
                        yield Use(handed, field.line, "keeps", is_soft=soft)

    def of_function(self, function: ProjectFunction) -> Iterator[Use]:
        """Yield the uses in a function, its signature first, then line by line."""
        environment = self._inference.environment(function.module, function.fact, function.owner)
        yield from self._in_signature(function, environment)
        for statement in walk(function.fact.body):
            if statement.kind is not StatementKind.HANDLER:
                yield from self._in_statement(environment, statement)

    def _in_signature(self, function: ProjectFunction, environment: Environment) -> Iterator[Use]:
        fact = function.fact
        for parameter in fact.own_parameters:
            found = environment.types.get(parameter.name)
            annotation = parameter.annotation
            for handed in of_type(self._tables, found) if found else ():
                if not self._is_excused(handed.target):
                    line = annotation.line if annotation and annotation.line else fact.line
                    soft = annotation is not None and self._is_soft(
                        function.module.name, annotation
                    )
                    yield Use(handed, line, "takes", is_soft=soft)
        returned = self._inference.annotations.read(
            function.module.name, fact.returns, function.owner
        )
        for handed in of_type(self._tables, returned):
            if fact.returns is not None and not self._is_excused(handed.target):
                soft = self._is_soft(function.module.name, fact.returns)
                yield Use(handed, fact.returns.line or fact.line, "returns", is_soft=soft)

    def _in_statement(self, environment: Environment, statement: Statement) -> Iterator[Use]:
        for expression in statement.expressions:
            for part in expression.walk():
                if part.kind not in _NAMED:
                    continue
                handed = self._named(environment, part)
                if handed and not self._is_excused(handed.target):
                    is_own = part.dotted.startswith("self.")
                    yield Use(handed, part.line or statement.line, "uses", is_own)

    def _named(self, environment: Environment, part: Expression) -> Handed | None:
        """Return what a name stands for of a mapper: a class, a builder, or a value."""
        dotted = part.dotted
        if dotted and not environment.is_local(dotted.partition(".")[0]):
            symbol = self._inference.classes.names.resolve(environment.module.name, dotted)
            if library := self._tables.of_symbol(symbol):
                return Handed(Kind.MODEL, library, symbol.dotted)
            if symbol.external and not symbol.module:
                return _outside(symbol.external)
        found = of_type(self._tables, self._inference.type_of(environment, part))
        return found[0] if found else None

    def _is_soft(self, module: str, annotation: Expression) -> bool:
        """Whether what the annotation names is imported for type checkers only."""
        bindings = self._inference.classes.names.bindings(module)
        heads = {p.text for p in annotation.walk() if p.kind is ExpressionKind.NAME}
        guards = {b.guard for h in heads if isinstance(b := bindings.get(h), Import)}
        return Guard.TYPE_CHECKING in guards


def _outside(dotted: str) -> Handed | None:
    library = library_of(dotted)
    if library is None:
        return None
    kind = library.kind_of(dotted)
    if kind is None and dotted.rpartition(".")[2] in library.builders:
        kind = Kind.STATEMENT
    return Handed(kind, library, dotted) if kind else None
