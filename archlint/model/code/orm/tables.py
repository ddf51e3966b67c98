"""The tables of a project: its classes that a mapper turns into rows by inheritance."""

from collections.abc import Iterator

from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.types import Type
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.code.orm.libraries import library_of, table_bases
from archlint.model.code.orm.library import OrmLibrary
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import StatementKind
from archlint.model.facts.structure import Class

_DECLARED = frozenset({"__tablename__", "__table__"})
_DECORATORS = frozenset({"mapped", "mapped_as_dataclass", "as_declarative"})
_ROOTS = frozenset({"DeclarativeBase", "DeclarativeBaseNoMeta", "MappedAsDataclass"})


class Tables:
    """Which classes are tables, and of which mapper.

    A class that is mapped imperatively, by a call that stands elsewhere, stays what it was: it
    knows nothing of its mapper, so that it may travel anywhere (Percival and Gregory,
    Architecture Patterns with Python, 2020, chapter 2).
    """

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._known: dict[str, OrmLibrary | None] = {}

    def __iter__(self) -> Iterator[ProjectClass]:
        return (known for known in self._classes if self.is_entity(known))

    def mapper_of(self, dotted: str) -> OrmLibrary | None:
        """Return the mapper that a class of the project is bound to, None when it is no table."""
        if dotted not in self._known:
            self._known[dotted] = self._mapper(dotted)
        return self._known[dotted]

    def mentioned(self, found: Type) -> Iterator[Type]:
        """Yield the tables that a type mentions, in its arguments too."""
        members = found.members()
        for inner in (part for member in members for part in member.mentioned()):
            if not inner.is_class and self.mapper_of(inner.name):
                yield inner

    def is_entity(self, known: ProjectClass) -> bool:
        """Whether it is a table itself rather than only a base of tables."""
        if not self.mapper_of(known.dotted) or _is_abstract(known):
            return False
        return any(owner.own_fields or _declares(owner.fact) for owner in known.lineage)

    def _mapper(self, dotted: str) -> OrmLibrary | None:
        known = self._classes.get(dotted)
        ancestors = self._classes.ancestors(dotted)
        outside = frozenset(a.external for a in ancestors if a.external)
        for library in table_bases(outside):
            if library.title != "SQLModel" or (known and _is_sqlmodel_table(known)):
                return library
        return self._marked(known) if known else None

    def _marked(self, known: ProjectClass) -> OrmLibrary | None:
        """Return SQLAlchemy for a class that says by a name or a decorator that it is a table."""
        if any(_names_table(owner) for owner in known.lineage):
            return library_of("sqlalchemy")
        for owner in known.lineage:
            if owner.decorator_call(*_DECORATORS) and any(
                library_of(d) for d in owner.decorators if d.rpartition(".")[2] in _DECORATORS
            ):
                return library_of("sqlalchemy")
        return None

    def of_symbol(self, symbol: Symbol) -> OrmLibrary | None:
        """Return the mapper of a table that a name stands for."""
        return self.mapper_of(symbol.dotted) if symbol.kind is SymbolKind.CLASS else None


def _is_sqlmodel_table(known: ProjectClass) -> bool:
    return any(
        keyword.text == "table" and keyword.parts[0].text == "True"
        for owner in known.lineage
        for keyword in owner.fact.keywords
    )


def _names_table(owner: ProjectClass) -> bool:
    if owner.given_names.isdisjoint(_DECLARED):
        return False
    return not _DECLARED.isdisjoint(_assigned_names(owner.fact))


def _declares(fact: Class) -> bool:
    """Whether the body of a class names its table."""
    names = {*_assigned_names(fact), *(method.name for method in fact.methods)}
    return bool(_DECLARED & names)


def _assigned_names(fact: Class) -> Iterator[str]:
    for statement in fact.body:
        if statement.kind is StatementKind.ASSIGN:
            yield from (t.text for t in statement.expressions[1:] if t.kind is ExpressionKind.NAME)
        elif statement.kind is StatementKind.ANNOTATE:
            target, _, *values = statement.expressions
            yield from (target.text for _ in values)


def _is_abstract(known: ProjectClass) -> bool:
    fact = known.fact
    direct = {base.dotted.rpartition(".")[2] for base in fact.bases}
    if direct & _ROOTS and not _DECLARED & set(_assigned_names(fact)):
        return True
    if known.decorator_call("as_declarative"):
        return True
    if _says(fact, "__abstract__"):
        return True
    return any(inner.name == "Meta" and _says(inner, "abstract") for inner in fact.classes)


def _says(fact: Class, name: str) -> bool:
    return any(
        statement.kind is StatementKind.ASSIGN
        and statement.expressions[0].text == "True"
        and any(target.text == name for target in statement.expressions[1:])
        for statement in fact.body
    )
