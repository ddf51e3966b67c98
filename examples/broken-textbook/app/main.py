"""Puts the parts together."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.adapters.controllers import visitor_controller
from app.adapters.repositories.postgres_visitor_repository import PostgresVisitorRepository
from app.infrastructure.database import connect
from app.use_cases.register_visitor import RegisterVisitorUseCase


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    pool = await connect(os.environ["DATABASE_URL"])
    use_case = RegisterVisitorUseCase(PostgresVisitorRepository(pool))
    app.dependency_overrides[visitor_controller.get_register_visitor] = lambda: use_case
    yield
    await pool.close()


app = FastAPI(lifespan=lifespan)
app.include_router(visitor_controller.router)
