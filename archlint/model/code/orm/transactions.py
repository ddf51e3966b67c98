"""Transactions: where a class that keeps data ends one, or opens one of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.orm.handed import of_type
from archlint.model.code.orm.library import Kind, words
from archlint.model.code.orm.tables import Tables
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_in, walk
from archlint.model.facts.structure import Function

_SPANS = frozenset({"django.db.transaction.atomic", "pony.orm.db_session"})
_OPENS = frozenset({"begin", "atomic"})
_MEANT = words(
    "session db_session database_session async_session db conn connection cursor transaction"
)
_CHANGING = words(
    "add add_all delete merge save create insert update upsert remove put store persist flush "
    "bulk_create bulk_update bulk_save_objects get_or_create update_or_create executemany commit "
    "execute_write write set clear insert_one insert_many update_one update_many delete_one "
    "delete_many replace_one asave acreate adelete aupdate"
)
_SAYS_NOTHING = ("typing.", "collections.abc.")
"""Where the types come from that tell nothing of what calling them gives."""
_OFFERS = words(
    "commit rollback begin close flush savepoint __enter__ __exit__ __aenter__ __aexit__"
)
"""What a class offers under these names, its callers decide on."""


class Act(StrEnum):
    """What is done to a transaction, in the words of a message."""

    COMMITS = "commits"
    ROLLS_BACK = "rolls back"
    OPENS = "opens a transaction of its own"


@dataclass(frozen=True, slots=True)
class Ending:
    """A line in which a method decides on its own what becomes of a transaction."""

    method: str
    act: Act
    line: int


@dataclass(frozen=True)
class Transactions:
    """Reads classes for the transactions that their methods decide on."""

    inference: Inference
    tables: Tables

    def of(self, owner: ProjectClass) -> tuple[Ending, ...]:
        """Return where the methods of a class decide on a transaction, line by line."""
        methods = (m for m in owner.fact.methods if m.name not in _OFFERS)
        functions = (ProjectFunction(owner.module, method, owner) for method in methods)
        found = (ending for function in functions for ending in self._in(function))
        return tuple(sorted(dict.fromkeys(found), key=lambda ending: ending.line))

    def _in(self, function: ProjectFunction) -> Iterator[Ending]:
        fact = function.fact
        environment = self.inference.environment(function.module, fact, function.owner)
        changes = _changes(fact)
        for decorator in fact.decorators:
            if changes and self._is_span(environment, decorator):
                yield Ending(fact.name, Act.OPENS, fact.line)
        for statement in walk(fact.body):
            for act, line in self._acts(environment, statement):
                if changes or act is not Act.OPENS:
                    yield Ending(fact.name, act, line or statement.line)

    def _acts(self, environment: Environment, statement: Statement) -> Iterator[tuple[Act, int]]:
        if statement.kind is StatementKind.WITH:
            for item in statement.expressions:
                if self._opens(environment, item.parts[0].unwrapped()):
                    yield Act.OPENS, item.parts[0].line
        for expression in statement.expressions:
            for call in expression.walk():
                if act := self._ends(environment, call):
                    yield act, call.line

    def _opens(self, environment: Environment, context: Expression) -> bool:
        if self._is_span(environment, context):
            return True
        is_asked = context.kind is ExpressionKind.CALL and context.callee.text in _OPENS
        return is_asked and self._is_session(environment, context.callee)

    def _ends(self, environment: Environment, call: Expression) -> Act | None:
        if call.kind is not ExpressionKind.CALL or not self._is_session(environment, call.callee):
            return None
        return {"commit": Act.COMMITS, "rollback": Act.ROLLS_BACK}.get(call.callee.text)

    def _is_session(self, environment: Environment, callee: Expression) -> bool:
        """Whether a method is one of a session; where nothing is known of it, its name tells."""
        if callee.kind is not ExpressionKind.ATTRIBUTE:
            return False
        receiver = callee.parts[0]
        found = self.inference.type_of(environment, receiver)
        if found and not found.name.startswith(_SAYS_NOTHING):
            return any(one.kind is Kind.SESSION for one in of_type(self.tables, found))
        return receiver.dotted.rpartition(".")[2].lstrip("_") in _MEANT

    def _is_span(self, environment: Environment, named: Expression) -> bool:
        """Whether it is what makes a transaction of a block or of a function."""
        named = named.callee if named.kind is ExpressionKind.CALL else named
        names = self.inference.classes.names
        return names.resolve(environment.module.name, named.dotted).external in _SPANS


def _changes(method: Function) -> bool:
    """Whether a method calls anything that may change what is stored; reading ends nothing."""
    return any(
        part.kind is ExpressionKind.CALL and part.callee.text in _CHANGING
        for part in expressions_in(method.body)
    )
