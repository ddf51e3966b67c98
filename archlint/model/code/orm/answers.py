"""Answers: what the methods of sessions, queries and statements give."""

from archlint.model.code.orm.handed import Handed, Hands
from archlint.model.code.orm.library import Kind, words

ONE = words(
    "first last latest earliest get get_or_none get_by_id get_one one one_or_none find_one"
    " first_or_404 get_or_404 one_or_404 first_or_none create acreate aget afirst alast"
    " get_or_create aget_or_create update_or_create fetchone fetch_one next insert_one"
)
MANY = words(
    "all to_list fetchall fetchmany fetch_all partitions bulk_create insert_many in_bulk"
    " earliest_many batch_get"
)
SCALAR = frozenset({"scalar", "scalar_one", "scalar_one_or_none"})
NOTHING = words(
    "count exists delete update aggregate acount aexists adelete aupdate aaggregate bulk_update"
    " execute close sum avg max min explain contains iterator_count delete_one update_one"
    " estimated_document_count count_documents len rowcount"
)
ROWS = frozenset({"values", "values_list", "mappings", "dicts", "tuples", "namedtuples"})
SESSIONS = words(
    "cursor connect begin begin_nested acquire connection get_connection getconn session"
    " transaction bind get_database get_collection with_options start_session get_bind"
    " get_default_database registry execution_options __call__"
)
RUNS = frozenset(
    {"execute", "exec", "stream", "exec_driver_sql", "run", "run_query", "executemany"}
)
FETCHES_ONE = words(
    "fetchone fetchrow fetch_one find_one find_one_and_update find_one_and_replace"
    " find_one_and_delete fetch_first"
)
FETCHES_MANY = frozenset({"fetchall", "fetchmany", "fetch", "fetch_all"})
LAZY_FETCHES = frozenset({"find", "aggregate", "iterate", "aggregate_raw_batches", "list_indexes"})
_CONVERSIONS = frozenset({"serialize", "json", "dict"})


def of_query(query: Handed, method: str) -> Hands:
    """Return what a method of a query or of a result gives."""
    if method in NOTHING or _is_conversion(method):
        return ()
    if method in ONE | SCALAR | query.library.finders:
        scalars = query.scalars() if method in SCALAR else query
        return tuple(one.single() for one in scalars.run())
    if method in MANY and not (method == "all" and query.library.is_lazy_all):
        return query.run()
    if method == "scalars":
        return (query.scalars(),)
    return (query.giving(Kind.ROW, query.target) if method in ROWS else query,)


def of_session(session: Handed, method: str) -> Hands:
    """Return what a method of a session or connection gives by its name alone."""
    library = session.library
    if method in SESSIONS:
        return (session,)
    if method in FETCHES_ONE:
        return (Handed(Kind.ROW, library, session.target),)
    if method in FETCHES_MANY:
        return (Handed(Kind.ROW, library, session.target, is_many=True),)
    if method in LAZY_FETCHES:
        return (Handed(Kind.QUERY, library, session.target, Kind.ROW),)
    return ()


def _is_conversion(method: str) -> bool:
    """Whether the name says into what it turns all that it reads: `to_json()`, `serialize()`."""
    return method in _CONVERSIONS or (method.startswith("to_") and method not in MANY)
