"""The store: which calls of a handler reach the database without anyone in between."""

from collections.abc import Container, Iterator
from enum import StrEnum

from archlint.model.code.classes.project_classes import Classes
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.types import Type
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.code.orm.libraries import kind_of, library_of
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.tables import Tables
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Function


class Access(StrEnum):
    """What a call does to the store."""

    READ = "read"
    WRITE = "write"
    COMMIT = "commit"


COMMITS = frozenset({"commit", "rollback", "begin", "begin_nested", "atomic", "transaction"})
WRITES = frozenset(
    {"add", "add_all", "delete", "merge", "save", "create", "update", "insert", "insert_one",
     "insert_many", "update_one", "update_many", "delete_one", "delete_many", "replace_one",
     "bulk_create", "bulk_update", "bulk_save_objects", "bulk_insert_mappings", "get_or_create",
     "update_or_create", "executemany", "save_all", "remove", "insert_all", "upsert", "bulk_write",
     "find_one_and_update", "find_one_and_delete", "delete_all", "replace", "set", "clear",
     "acreate", "aupdate", "adelete", "asave", "aget_or_create", "aupdate_or_create"}
)  # fmt: skip
READS = frozenset(
    {"exec", "execute", "scalar", "scalars", "scalar_one", "scalar_one_or_none", "get", "get_one",
     "one", "one_or_none", "first", "all", "fetch", "fetchone", "fetchall", "fetchmany", "fetchrow",
     "fetchval", "fetch_one", "fetch_all", "fetch_val", "find", "find_one", "find_all", "count",
     "paginate", "first_or_404", "get_or_404", "one_or_404", "aggregate", "query", "filter",
     "filter_by", "exclude", "exists", "get_or_none", "values", "values_list", "to_list", "last",
     "latest", "earliest", "aget", "afirst", "aexists", "acount", "count_documents", "distinct",
     "find_many", "select", "raw", "iterator", "in_bulk", "annotate", "order_by",
     "prefetch_related", "select_related", "stream", "stream_scalars", "run_sync",
     "get_queryset", "from_statement"}
)  # fmt: skip
MANAGERS = frozenset({"objects", "query", "_default_manager", "_base_manager", "all_objects"})
SHORTCUTS = frozenset(
    {"django.shortcuts.get_object_or_404", "django.shortcuts.get_list_or_404",
     "django.shortcuts.aget_object_or_404", "rest_framework.generics.get_object_or_404",
     "ninja.shortcuts.get_object_or_404"}
)  # fmt: skip
VIEW_LOOKUPS = frozenset({"get_object", "get_queryset", "filter_queryset"})
OPENERS = frozenset(
    {"get_db", "get_session", "get_db_session", "get_connection", "get_db_connection", "get_conn",
     "get_cursor", "SessionLocal", "session_scope", "get_async_session", "async_session_maker"}
)  # fmt: skip
CHANGING_STATEMENTS = frozenset({"insert", "update", "delete"})
RUNNING = frozenset({"execute", "exec", "executemany", "executescript", "fetchval", "run"})
STORE_NAMES = frozenset({"session", "db", "db_session", "async_session", "conn", "connection"})


class Store:
    """Knows the calls that reach the database."""

    def __init__(self, inference: Inference, classes: Classes, tables: Tables) -> None:
        self._inference = inference
        self._classes = classes
        self.tables = tables
        self._sessions: dict[tuple[str, str, int], frozenset[str]] = {}

    def is_open(self, environment: Environment, expression: Expression) -> bool:
        """Whether an expression is a session, a connection or a collection."""
        if any(map(self._is_session, self._inference.type_of(environment, expression).members())):
            return True
        is_name = expression.kind is ExpressionKind.NAME
        return is_name and expression.text in self._untyped(environment)

    def _untyped(self, environment: Environment) -> frozenset[str]:
        """Return the names that are sessions by what is called to get them."""
        function = environment.function
        key = (environment.module.name, function.qualname, function.line)
        if key not in self._sessions:
            self._sessions[key] = frozenset(_opened(function))
        return self._sessions[key]

    def _is_session(self, found: Type) -> bool:
        known = self._classes.get(found.name)
        if known is None:
            return kind_of(found.name) is Kind.SESSION
        if self.tables.mapper_of(found.name):
            return False
        return any(kind_of(x) is Kind.SESSION for x in known.external_ancestors)

    def access(self, environment: Environment, call: Expression) -> Access | None:
        """Return what a call does to the store, None when it does not reach it."""
        verbs = self._verbs(environment, call)
        if not verbs:
            return None
        if COMMITS & verbs:
            return Access.COMMIT
        if WRITES & verbs or _changes(environment, call):
            return Access.WRITE
        return Access.READ if READS & verbs else None

    def is_query(self, environment: Environment, expression: Expression) -> bool:
        """Whether a value is a query that a table class starts: `Order.query`."""
        if expression.kind is not ExpressionKind.ATTRIBUTE or expression.text not in MANAGERS:
            return False
        return self._is_asked(environment, expression.parts[0], {expression.text})

    def _verbs(self, environment: Environment, call: Expression) -> frozenset[str]:
        """Return the attributes between the store and the call, () when there is no store."""
        if self._is_shortcut(environment, call.callee):
            return frozenset({"get"})
        verbs: set[str] = set()
        node = call.callee
        while node.kind in {ExpressionKind.ATTRIBUTE, ExpressionKind.CALL, ExpressionKind.AWAIT}:
            if node.kind is ExpressionKind.ATTRIBUTE:
                verbs.add(node.text)
            node = node.parts[0]
            if self.is_open(environment, node) or self._is_asked(environment, node, verbs):
                return frozenset(verbs)
        return frozenset()

    def _is_shortcut(self, environment: Environment, callee: Expression) -> bool:
        if callee.text in VIEW_LOOKUPS and callee.dotted.startswith("self."):
            return True
        symbol = self._classes.names.resolve(environment.module.name, callee.dotted or "?")
        return symbol.external in SHORTCUTS

    def _is_asked(self, environment: Environment, node: Expression, verbs: set[str]) -> bool:
        """Whether a table class is asked by one of `verbs` for its rows."""
        if not node.dotted:
            return False
        if environment.is_local(node.dotted.partition(".")[0]):
            return _is_managed(node, verbs)
        symbol = self._classes.names.resolve(environment.module.name, node.dotted)
        if symbol.external:
            is_model = ".models." in symbol.external and "objects" in verbs
            return is_model or bool(MANAGERS & verbs and library_of(symbol.external))
        if symbol.kind is not SymbolKind.CLASS:
            return _is_managed(node, verbs)
        mapper = self.tables.mapper_of(symbol.dotted)
        return mapper is not None and bool(verbs & (MANAGERS | mapper.starts))


def _opened(function: Function) -> Iterator[str]:
    """Yield parameters without a type that a framework fills, and what well-known calls open."""
    for parameter in function.parameters:
        default = parameter.default
        is_injected = default is not None and default.kind is ExpressionKind.CALL
        if is_injected and parameter.annotation is None and parameter.name in STORE_NAMES:
            yield parameter.name
    for binding in function.bindings:
        value = binding.value.unwrapped()
        if value.kind is ExpressionKind.CALL and _is_opening(value):
            yield binding.target.text


def _is_opening(call: Expression) -> bool:
    """Whether a call opens a session, or a cursor as the drivers of databases agreed on."""
    callee = call.callee
    if callee.kind is ExpressionKind.ATTRIBUTE and callee.text == "cursor":
        return True
    return callee.text in OPENERS and not call.arguments


def _is_managed(node: Expression, verbs: Container[str]) -> bool:
    """Whether `Model.objects` is asked of a class that is only known by its name."""
    return node.text[:1].isupper() and "objects" in verbs


def _changes(environment: Environment, call: Expression) -> bool:
    """Whether a statement that is executed inserts, updates or deletes."""
    if call.callee.text not in RUNNING or not call.arguments:
        return False
    statement = call.arguments[0]
    sources = [statement]
    if statement.kind is ExpressionKind.NAME:
        bindings = environment.bindings
        sources += [b.value for b in bindings if b.target.text == statement.text]
    return any(_is_changing(part) for source in sources for part in source.walk())


def _is_changing(part: Expression) -> bool:
    if part.kind is ExpressionKind.CALL:
        return part.callee.text in CHANGING_STATEMENTS
    is_text = part.kind is ExpressionKind.STRING
    return is_text and part.text.strip().partition(" ")[0].lower() in CHANGING_STATEMENTS
