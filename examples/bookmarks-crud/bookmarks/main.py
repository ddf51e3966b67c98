"""The composition root."""

from fastapi import FastAPI

from bookmarks.data import BookmarkTable
from bookmarks.web import router


def create_app(path: str = "bookmarks.db") -> FastAPI:
    app = FastAPI(title="Bookmarks")
    app.state.table = BookmarkTable(path)
    app.include_router(router)
    return app
