"""The mappers by name: what their tables, sessions, queries and rows are called."""

from collections.abc import Iterator

from archlint.model.code.orm.drivers import DRIVERS
from archlint.model.code.orm.library import Kind, OrmLibrary, words

_SQL_STARTS = words(
    "select filter exclude where get get_or_none get_by_id first create all insert_many raw"
)

MAPPERS: tuple[OrmLibrary, ...] = (
    OrmLibrary(
        "SQLAlchemy",
        words(
            "sqlalchemy flask_sqlalchemy flask_sqlalchemy_lite advanced_alchemy sqlalchemy_utils"
        ),
        bases=words(
            "DeclarativeBase DeclarativeBaseNoMeta MappedAsDataclass declarative_base()"
            " automap_base() generate_base() as_declarative() DeferredReflection Model ModelBase"
            " UUIDBase UUIDAuditBase UUIDv6Base UUIDv7Base BigIntBase BigIntAuditBase"
            " NanoIDBase NanoIDAuditBase DefaultBase"
        ),
        sessions=words(
            "Session AsyncSession scoped_session async_scoped_session sessionmaker"
            " async_sessionmaker Connection AsyncConnection Engine AsyncEngine create_engine()"
            " create_async_engine() SessionTransaction AsyncSessionTransaction SQLAlchemy session"
        ),
        queries=words(
            "Query Select Result ScalarResult CursorResult AsyncResult AsyncScalarResult"
            " MappingResult ChunkedIteratorResult ResultProxy LegacyCursorResult AppenderQuery"
            " ScalarSelect TextClause Insert Update Delete Pagination"
        ),
        rows=words("Row RowMapping RowProxy LegacyRow"),
        builders=words("select insert update delete text exists union union_all"),
    ),
    OrmLibrary(
        "SQLModel",
        words("sqlmodel"),
        bases=words("SQLModel"),
        sessions=words("Session AsyncSession create_engine()"),
        queries=words("Select SelectOfScalar"),
        builders=words("select insert update delete text col"),
    ),
    OrmLibrary(
        "Django",
        words("django polymorphic mptt model_utils django_extensions modelcluster treebeard"),
        bases=words(
            "Model AbstractUser AbstractBaseUser PolymorphicModel MPTTModel TimeStampedModel"
            " ClusterableModel MP_Node"
        ),
        sessions=words("connection connections transaction"),
        queries=words("QuerySet Manager BaseManager RawQuerySet ValuesQuerySet UserManager"),
        builders=words("Q F Prefetch Subquery OuterRef get_object_or_404 get_list_or_404"),
        is_lazy_all=True,
    ),
    OrmLibrary(
        "Peewee",
        words("peewee playhouse peewee_async"),
        bases=words("Model"),
        sessions=words(
            "Database SqliteDatabase PostgresqlDatabase MySQLDatabase PooledPostgresqlDatabase"
            " PooledMySQLDatabase PooledSqliteDatabase SqliteExtDatabase PostgresqlExtDatabase"
            " DatabaseProxy Proxy"
        ),
        queries=words("ModelSelect ModelInsert ModelUpdate ModelDelete Select"),
        starts=_SQL_STARTS,
    ),
    OrmLibrary(
        "Tortoise",
        words("tortoise"),
        is_run_by_await=True,
        bases=words("Model"),
        sessions=words("BaseDBAsyncClient in_transaction()"),
        queries=words("QuerySet QuerySetSingle ValuesQuery RawSQLQuery"),
        builders=words("Q F"),
        starts=_SQL_STARTS | {"annotate", "bulk_create", "get_or_create", "earliest", "latest"},
        is_lazy_all=True,
    ),
    OrmLibrary(
        "Pony",
        words("pony"),
        bases=words("Entity"),
        sessions=words("Database db_session"),
        queries=words("Query"),
        builders=words("select"),
        starts=words("get select select_by_sql get_for_update"),
    ),
    OrmLibrary(
        "Piccolo",
        words("piccolo"),
        is_run_by_await=True,
        bases=words("Table"),
        queries=words("Objects Select"),
        starts=words("objects select insert raw"),
    ),
    OrmLibrary(
        "ormar",
        words("ormar"),
        is_run_by_await=True,
        bases=words("Model OrmarModel"),
        queries=words("QuerySet"),
    ),
    OrmLibrary(
        "Gino",
        words("gino"),
        is_run_by_await=True,
        bases=words("Model"),
        sessions=words("Gino GinoEngine"),
        starts=_SQL_STARTS,
    ),
    OrmLibrary(
        "Orator",
        words("orator"),
        bases=words("Model"),
        sessions=words("DatabaseManager"),
        starts=_SQL_STARTS | {"find", "find_or_fail"},
        finders=words("find find_or_fail first_or_fail"),
    ),
    OrmLibrary(
        "MongoEngine",
        words("mongoengine flask_mongoengine"),
        bases=words("Document EmbeddedDocument DynamicDocument DynamicEmbeddedDocument"),
        queries=words("QuerySet BaseQuerySet"),
        is_lazy_all=True,
        has_documents=True,
    ),
    OrmLibrary(
        "Beanie",
        words("beanie bunnet"),
        is_run_by_await=True,
        bases=words("Document UnionDoc View"),
        queries=words("FindMany FindOne AggregationQuery"),
        starts=words("find find_many find_all find_one get all insert_one insert_many aggregate"),
        has_documents=True,
    ),
    OrmLibrary(
        "ODMantic",
        words("odmantic"),
        bases=words("Model EmbeddedModel"),
        sessions=words("AIOEngine SyncEngine AIOSession SyncSession AIOTransaction"),
        queries=words("AIOCursor SyncCursor"),
        has_documents=True,
    ),
    OrmLibrary(
        "umongo",
        words("umongo"),
        bases=words("Document EmbeddedDocument"),
        starts=words("find find_one"),
        has_documents=True,
    ),
    OrmLibrary(
        "Neomodel",
        words("neomodel"),
        bases=words("StructuredNode AsyncStructuredNode StructuredRel"),
    ),
    OrmLibrary(
        "PynamoDB",
        words("pynamodb"),
        bases=words("Model MapAttribute"),
        starts=words("get query scan batch_get"),
    ),
    OrmLibrary(
        "Redis OM",
        words("redis_om aredis_om"),
        bases=words("HashModel JsonModel"),
        starts=words("get find"),
    ),
    OrmLibrary(
        "Elasticsearch DSL",
        words("elasticsearch_dsl"),
        bases=words("Document InnerDoc"),
        queries=words("Search Response"),
        has_documents=True,
    ),
    OrmLibrary("Odoo", words("odoo"), bases=words("Model TransientModel AbstractModel")),
    OrmLibrary("Frappe", words("frappe"), bases=words("Document"), sessions=words("db")),
)

_BY_PACKAGE = {package: library for library in (*MAPPERS, *DRIVERS) for package in library.packages}


def library_of(dotted: str) -> OrmLibrary | None:
    """Return the mapper or driver that something from outside the project belongs to."""
    top = dotted.partition(".")[0]
    if top == "django" and ".forms" in dotted:
        return None
    return _BY_PACKAGE.get(top)


def kind_of(dotted: str) -> Kind | None:
    """Return what something from outside is to its mapper, None for all else."""
    library = library_of(dotted)
    return library.kind_of(dotted) if library else None


def table_bases(ancestors: frozenset[str]) -> Iterator[OrmLibrary]:
    """Yield the mappers to which one of these ancestors ties a class."""
    for ancestor in sorted(ancestors):
        library = library_of(ancestor)
        if library and ancestor.rpartition(".")[2] in library.bases:
            yield library
