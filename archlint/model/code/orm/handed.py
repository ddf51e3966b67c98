"""What a piece of code hands on that belongs to a mapper or driver."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archlint.model.code.inference.types import Type
from archlint.model.code.orm.libraries import library_of
from archlint.model.code.orm.library import Kind, OrmLibrary
from archlint.model.code.orm.tables import Tables


@dataclass(frozen=True, slots=True)
class Handed:
    """An object of a mapper or driver.

    `target` is the table class that it is or holds, or its type where there is none. `gives` is
    what a query or statement holds; `is_many` marks several in a container.
    """

    kind: Kind
    library: OrmLibrary
    target: str = ""
    gives: Kind = Kind.PLAIN
    is_many: bool = False

    @property
    def words(self) -> str:
        """The object in the words of a message."""
        one = self.library.indefinite
        last = self.target.rpartition(".")[2]
        if self.kind is Kind.MODEL:
            return f"the {self.library.title} model {last}"
        if self.kind in {Kind.QUERY, Kind.STATEMENT}:
            of = f" of {last}" if self.gives is Kind.MODEL and last else ""
            return f"{one} query{of}"
        if self.kind is Kind.SESSION:
            return f"{one} session" if "session" in last.lower() else f"{one} connection"
        return f"{one} document" if self.library.has_documents else f"{one} row"

    def run(self) -> "tuple[Handed, ...]":
        """Return all that a query yields when it is run."""
        if self.gives in {Kind.ROW, Kind.COLUMN}:
            return (replace(self, kind=Kind.ROW, is_many=True),)
        if self.gives is Kind.MODEL:
            return (replace(self, kind=Kind.MODEL, is_many=True),)
        return ()

    def elements(self) -> "tuple[Handed, ...]":
        """Return what iterating over it gives."""
        if self.kind in {Kind.QUERY, Kind.STATEMENT}:
            return tuple(one.single() for one in self.run())
        return (self.single(),) if self.is_many else ()

    def single(self) -> "Handed":
        """Return one of several."""
        return replace(self, is_many=False)

    def many(self) -> "Handed":
        """Return several of it."""
        return replace(self, is_many=True)

    def giving(self, gives: Kind, target: str) -> "Handed":
        """Return the query or statement with other contents."""
        return replace(self, gives=gives, target=target)

    def scalars(self) -> "Handed":
        """Return the query of which only the first column is left."""
        return self if self.gives is Kind.MODEL else replace(self, gives=Kind.PLAIN)


Hands = tuple[Handed, ...]
_GIVING = frozenset(
    {"Callable", "ContextManager", "AbstractContextManager", "AsyncContextManager",
     "AbstractAsyncContextManager"}
)  # fmt: skip


def joined(several: Iterable[Hands]) -> Hands:
    """Return what any of several ways hands on, each once."""
    every = [one for hands in several for one in hands]
    return tuple(dict.fromkeys(every)) if len(every) > 1 else tuple(every)


def of_type(tables: Tables, found: Type) -> Hands:
    """Return what a value of that type hands on."""
    return joined(tuple(_of_member(tables, member)) for member in found.members())


def _of_member(tables: Tables, member: Type) -> Iterator[Handed]:
    if member.is_class:
        return
    if library := tables.mapper_of(member.name):
        yield Handed(Kind.MODEL, library, member.name)
    elif member.is_container or member.is_mapping or member.last in _GIVING:
        for argument in member.arguments:
            yield from (one.many() for one in of_type(tables, argument))
    elif outside := library_of(member.name):
        yield from _of_library(tables, outside, member)


def _of_library(tables: Tables, library: OrmLibrary, member: Type) -> Iterator[Handed]:
    kind = library.kind_of(member.name)
    if kind is None:
        return
    inner = next((t for a in member.arguments for t in tables.mentioned(a)), None)
    if kind is Kind.QUERY and inner:
        yield Handed(kind, library, inner.name, Kind.MODEL)
    else:
        yield Handed(kind, library, member.name)
