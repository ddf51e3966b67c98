"""Visitors in Postgres."""

import asyncpg

from app.domain.entities.visitor import Visitor
from app.domain.interfaces.visitor_repository import VisitorRepository


class PostgresVisitorRepository(VisitorRepository):
    def __init__(self, pool: asyncpg.Pool) -> None:
        self.pool = pool

    async def find_by_id(self, visitor_id: str) -> Visitor | None:
        async with self.pool.acquire() as connection:
            row = await connection.fetchrow("SELECT * FROM visitors WHERE id = $1", visitor_id)
            return self._to_entity(row) if row else None

    async def find_by_email(self, email: str) -> Visitor | None:
        async with self.pool.acquire() as connection:
            row = await connection.fetchrow("SELECT * FROM visitors WHERE email = $1", email)
            return self._to_entity(row) if row else None

    async def save(self, visitor: Visitor) -> Visitor:
        async with self.pool.acquire() as connection:
            await connection.execute(
                """
                INSERT INTO visitors (id, email, name, joined_at, is_active)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (id) DO UPDATE SET email = $2, name = $3, is_active = $5
                """,
                visitor.id,
                visitor.email,
                visitor.name,
                visitor.joined_at,
                visitor.is_active,
            )
            return visitor

    async def delete(self, visitor_id: str) -> bool:
        async with self.pool.acquire() as connection:
            told = await connection.execute("DELETE FROM visitors WHERE id = $1", visitor_id)
            return told == "DELETE 1"

    def _to_entity(self, row: asyncpg.Record) -> Visitor:
        return Visitor(row["id"], row["email"], row["name"], row["joined_at"], row["is_active"])
