"""A mapper or driver, and what its objects are to it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an object of a mapper or driver is, in the words of a message."""

    MODEL = "model"
    SESSION = "session"
    QUERY = "query"
    ROW = "row"
    STATEMENT = "statement"
    COLUMN = "column"
    PLAIN = "plain"  # a scalar, or an object that the mapper only fills


@dataclass(frozen=True, slots=True)
class OrmLibrary:
    """A mapper or driver; the names are the last segments of dotted names in its packages.

    `bases` make a class that inherits from them a table; a name with "()" is a call. `builders`
    make statements. `starts` are what a table class itself answers a query with: where it is
    empty, classes are queried through a session. `finders` are what gives one object of a query
    here and goes on with it elsewhere. `is_lazy_all`: `all()` does not run the query;
    `is_run_by_await`: `await` does; `has_documents`: its rows are called documents.
    """

    title: str
    packages: frozenset[str]
    bases: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()
    queries: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    builders: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    finders: frozenset[str] = frozenset()
    is_lazy_all: bool = False
    is_run_by_await: bool = False
    has_documents: bool = False

    @property
    def indefinite(self) -> str:
        """The title with its article, as it begins a phrase: `an asyncpg row`."""
        return f"{'an' if self.title[0].lower() in 'aeo' else 'a'} {self.title}"

    def kind_of(self, dotted: str) -> Kind | None:
        """Return what something of this library is; a called session factory is a session."""
        bare = dotted.rstrip("()")
        last = bare.rpartition(".")[2]
        if last in self.sessions or f"{last}()" in self.sessions:
            return Kind.SESSION
        if last in self.queries:
            return Kind.QUERY
        if last in self.rows:
            return Kind.ROW
        return None


def words(text: str) -> frozenset[str]:
    """Return the words of a text, as names are listed here."""
    return frozenset(text.split())
