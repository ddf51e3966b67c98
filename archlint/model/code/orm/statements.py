"""Statements and queries: what they hold, by the classes and columns that they are asked for."""

from collections.abc import Iterable

from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.orm.handed import Handed
from archlint.model.code.orm.libraries import library_of
from archlint.model.code.orm.library import Kind, OrmLibrary
from archlint.model.code.orm.tables import Tables
from archlint.model.facts.expressions import Expression, ExpressionKind

_CORE_TABLE = "sqlalchemy.Table"
_RESHAPING = frozenset({"returning", "with_only_columns", "with_entities", "add_columns"})


class Selections:
    """Reads the arguments of `select(...)`, `query(...)` and their like."""

    def __init__(self, inference: Inference, tables: Tables) -> None:
        self._inference = inference
        self._tables = tables

    def table(self, environment: Environment, expression: Expression) -> str:
        """Return the table class that an expression names as a class, "" for anything else."""
        found = self._inference.type_of(environment, expression)
        return found.name if found.is_class and self._tables.mapper_of(found.name) else ""

    def mapper(self, table: str) -> OrmLibrary:
        """Return the mapper of a table class."""
        library = self._tables.mapper_of(table)
        if library is None:
            raise LookupError(f"{table} is no table")
        return library

    def built(self, environment: Environment, call: Expression) -> Handed | None:
        """Return the statement that a call of `select` and its like makes."""
        symbol = self._inference.classes.names.resolve(environment.module.name, call.callee.dotted)
        library = library_of(symbol.external)
        name = symbol.external.rpartition(".")[2]
        if library is None or name not in library.builders:
            return None
        if name.startswith("get_"):  # Django's get_object_or_404: it runs at once
            return None
        if name == "text":
            return Handed(Kind.STATEMENT, library, gives=Kind.ROW)
        statement = Handed(Kind.STATEMENT, library)
        if name != "select":
            return statement
        return self.holding(statement, environment, call.arguments)

    def of_core_table(self, environment: Environment, call: Expression) -> Handed | None:
        """Return the statement that a method of a Core table makes: `users.select()`."""
        receiver = call.callee.parts[0]
        library = library_of(_CORE_TABLE)
        if library is None or not self._is_core_table(environment, receiver):
            return None
        gives = Kind.ROW if call.callee.text == "select" else Kind.PLAIN
        return Handed(Kind.STATEMENT, library, gives=gives)

    def holding(
        self, query: Handed, environment: Environment, arguments: Iterable[Expression]
    ) -> Handed:
        """Return the query with the contents that its arguments name."""
        shapes = [self._shape(environment, a) for argument in arguments for a in _listed(argument)]
        models = [target for kind, target in shapes if kind is Kind.MODEL]
        kinds = {kind for kind, _ in shapes}
        if models:
            return query.giving(Kind.MODEL, models[0])
        if Kind.PLAIN in kinds or not shapes:
            return query.giving(Kind.PLAIN, "")
        return query.giving(
            Kind.COLUMN if len(shapes) == 1 and kinds == {Kind.COLUMN} else Kind.ROW, ""
        )

    def reshaped(self, query: Handed, environment: Environment, call: Expression) -> Handed:
        """Return the query as a method with columns for arguments leaves it."""
        if call.callee.text in _RESHAPING:
            return self.holding(query, environment, call.arguments)
        return query

    def _shape(self, environment: Environment, argument: Expression) -> tuple[Kind, str]:
        if table := self.table(environment, argument):
            return Kind.MODEL, table
        if self._is_core_table(environment, argument):
            return Kind.ROW, ""
        if self._is_column(environment, argument):
            return Kind.COLUMN, ""
        return Kind.PLAIN, ""

    def _is_core_table(self, environment: Environment, expression: Expression) -> bool:
        return self._inference.type_of(environment, expression).name == _CORE_TABLE

    def _is_column(self, environment: Environment, argument: Expression) -> bool:
        """Whether it is `User.name`, `users.c.name`, `func.count(...)` or one with a label."""
        receiver = argument.callee if argument.kind is ExpressionKind.CALL else argument
        while receiver.kind is ExpressionKind.ATTRIBUTE:
            receiver = receiver.parts[0]
            if receiver.kind is ExpressionKind.CALL:
                return self._is_column(environment, receiver)
            if self.table(environment, receiver) or self._is_core_table(environment, receiver):
                return True
        symbol = self._inference.classes.names.resolve(environment.module.name, receiver.dotted)
        return symbol.external.startswith("sqlalchemy.") and receiver is not argument


def _listed(argument: Expression) -> tuple[Expression, ...]:
    """Return the columns that an argument names: a list holds several, a keyword none."""
    if argument.kind is ExpressionKind.LIST:
        return argument.parts
    return () if argument.kind is ExpressionKind.KEYWORD else (argument,)
