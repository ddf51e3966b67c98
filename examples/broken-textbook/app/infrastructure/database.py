"""The connections to Postgres."""

import asyncpg


async def connect(dsn: str) -> asyncpg.Pool:
    return await asyncpg.create_pool(dsn)
