"""The database drivers by name: what their connections, cursors and rows are called."""

from archlint.model.code.orm.library import OrmLibrary, words

_MONGO_SESSIONS = words(
    "MongoClient AsyncMongoClient Database AsyncDatabase Collection AsyncCollection ClientSession"
    " AsyncClientSession AsyncIOMotorClient AsyncIOMotorDatabase AsyncIOMotorCollection"
    " AsyncIOMotorClientSession AgnosticClient AgnosticDatabase AgnosticCollection"
)

DRIVERS: tuple[OrmLibrary, ...] = (
    OrmLibrary(
        "MongoDB",
        words("pymongo motor"),
        sessions=_MONGO_SESSIONS,
        queries=words(
            "Cursor AsyncCursor CommandCursor AsyncCommandCursor AsyncIOMotorCursor AgnosticCursor"
            " AsyncIOMotorCommandCursor"
        ),
        rows=words("InsertOneResult InsertManyResult UpdateResult DeleteResult BulkWriteResult"),
        has_documents=True,
    ),
    OrmLibrary(
        "databases",
        words("databases"),
        sessions=words("Database Connection"),
        rows=words("Record"),
    ),
    OrmLibrary(
        "asyncpg",
        words("asyncpg"),
        sessions=words("Connection Pool connect() create_pool() PoolConnectionProxy"),
        rows=words("Record"),
    ),
    OrmLibrary(
        "sqlite3",
        words("sqlite3 aiosqlite"),
        sessions=words("Connection Cursor connect()"),
        rows=words("Row"),
    ),
    OrmLibrary(
        "psycopg",
        words("psycopg psycopg2 psycopg_pool aiopg"),
        sessions=words(
            "connect() connection Connection AsyncConnection cursor Cursor AsyncCursor Pool"
            " ConnectionPool AsyncConnectionPool SimpleConnectionPool ThreadedConnectionPool"
            " create_pool()"
        ),
        rows=words("Row DictRow RealDictRow"),
    ),
    OrmLibrary(
        "database driver",
        words("pymysql aiomysql MySQLdb mysql pyodbc cx_Oracle oracledb duckdb clickhouse_driver"),
        sessions=words(
            "connect() Connect() Connection connection Cursor cursor DictCursor Client Pool"
            " MySQLConnection DuckDBPyConnection create_pool()"
        ),
        rows=words("Row"),
    ),
)
