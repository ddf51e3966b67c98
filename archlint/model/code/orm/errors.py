"""Errors of the store: the exceptions of mappers and drivers that functions catch."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.catalog import Catalog, Library
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.types import Type
from archlint.model.code.orm.handed import of_type
from archlint.model.code.orm.libraries import library_of
from archlint.model.code.orm.tables import Tables
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_in, walk

_KINDS = frozenset({"orm", "db-driver"})
_OF_TABLES = frozenset({"DoesNotExist", "MultipleObjectsReturned"})
_ASKING = frozenset({"get_object_or_404", "get_list_or_404"})


def keeps_data(library: Library) -> bool:
    """Whether a library is a mapper or a driver."""
    return library.kind in _KINDS


@dataclass(frozen=True, slots=True)
class Caught:
    """An exception of a mapper or driver that a line catches.

    `external` is the exception, or the base of the table whose own exception it is; `name` is how
    it is told. `table` is that table, "" where it is none; `heir` the class of the project that is
    caught because it inherits from it. `asked` is the class of the project that the `try` calls.
    """

    library: Library
    external: str
    name: str
    line: int
    table: str = ""
    heir: str = ""
    asked: str = ""
    is_own: bool = False  # the `try` asks the store itself


@dataclass(frozen=True)
class StoreErrors:
    """Reads functions for the exceptions of mappers and drivers that they catch."""

    inference: Inference
    tables: Tables
    catalog: Catalog

    def caught_by(self, function: ProjectFunction) -> Iterator[Caught]:
        """Yield what a function catches, line by line."""
        environment = None
        for statement in walk(function.fact.body):
            if statement.kind is not StatementKind.TRY:
                continue
            environment = environment or self._environment(function)
            yield from self._of_try(environment, statement)

    def _environment(self, function: ProjectFunction) -> Environment:
        return self.inference.environment(function.module, function.fact, function.owner)

    def _of_try(self, environment: Environment, statement: Statement) -> Iterator[Caught]:
        for handler in statement.orelse:
            if handler.kind is StatementKind.HANDLER:
                for error in _errors(handler):
                    line = error.line or handler.line
                    yield from self._caught(environment, error, line, statement)

    def _caught(
        self, environment: Environment, error: Expression, line: int, tried: Statement
    ) -> Iterator[Caught]:
        external, table, heir = self._meant(environment, error)
        library = self.catalog.find(external) if external else None
        if library and keeps_data(library):
            name = f"{table.rpartition('.')[2]}.{error.text}" if table else external
            asked = next(self._asked(environment, tried.body), "")
            is_own = self._asks_store(environment, tried.body)
            yield Caught(library, external, name, line, table, heir, asked, is_own)

    def _meant(self, environment: Environment, error: Expression) -> tuple[str, str, str]:
        """Return what an `except` names of outside, and by which table or heir of it."""
        if error.kind is ExpressionKind.ATTRIBUTE and error.text in _OF_TABLES:
            table = self._table(environment, error.parts[0])
            if table:
                return self._base(table), table, ""
        found = self.inference.type_of(environment, error).name.removesuffix("()")
        known = self.inference.classes.get(found)
        if known is None:
            return found, "", ""
        for ancestor in known.ancestors:
            library = self.catalog.find(ancestor.external) if ancestor.external else None
            if library and keeps_data(library):
                return ancestor.external, "", found
        return "", "", ""

    def _table(self, environment: Environment, named: Expression) -> str:
        """Return the table class that an expression names as a class, "" for anything else."""
        found = self.inference.type_of(environment, named)
        return found.name if found.is_class and self.tables.mapper_of(found.name) else ""

    def _base(self, table: str) -> str:
        """Return the class from outside that makes a class a table."""
        ancestors = self.inference.classes.ancestors(table)
        return next((a.external for a in ancestors if library_of(a.external)), "")

    def _asked(self, environment: Environment, body: tuple[Statement, ...]) -> Iterator[str]:
        """Yield the classes of the project whose methods are called in there."""
        for receiver in _receivers(body):
            for member in self._type(environment, receiver).members():
                if not member.is_class and self.inference.classes.get(member.name):
                    yield member.name

    def _asks_store(self, environment: Environment, body: tuple[Statement, ...]) -> bool:
        """Whether a session, a query or a table is asked in there."""
        return any(
            call.callee.text in _ASKING
            for call in expressions_in(body)
            if call.kind is ExpressionKind.CALL
        ) or any(self._is_of_store(environment, receiver) for receiver in _receivers(body))

    def _is_of_store(self, environment: Environment, receiver: Expression) -> bool:
        named = (part for part in receiver.walk() if part.dotted)
        return bool(of_type(self.tables, self._type(environment, receiver))) or any(
            self._table(environment, part) for part in named
        )

    def _type(self, environment: Environment, expression: Expression) -> Type:
        return self.inference.type_of(environment, expression)


def _errors(handler: Statement) -> Iterator[Expression]:
    for error in handler.expressions:
        yield from error.parts if error.kind is ExpressionKind.TUPLE else (error,)


def _receivers(body: tuple[Statement, ...]) -> Iterator[Expression]:
    """Yield that of which a method is called."""
    for call in expressions_in(body):
        if call.kind is ExpressionKind.CALL and call.callee.kind is ExpressionKind.ATTRIBUTE:
            yield call.callee.parts[0]
