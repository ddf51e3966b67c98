"""The bookmarks over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel

from bookmarks.data import Bookmark, BookmarkTable

router = APIRouter(prefix="/bookmarks")


class BookmarkPayload(BaseModel):
    url: str
    title: str
    note: str = ""


def the_table(request: Request) -> BookmarkTable:
    table: BookmarkTable = request.app.state.table
    return table


Table = Annotated[BookmarkTable, Depends(the_table)]


@router.post("", status_code=201)
def create(payload: BookmarkPayload, table: Table) -> int:
    return table.insert(payload.url, payload.title, payload.note)


@router.get("")
def read_all(table: Table) -> list[Bookmark]:
    return table.all()


@router.get("/{number}")
def read(number: int, table: Table) -> Bookmark:
    bookmark = table.find(number)
    if bookmark is None:
        raise HTTPException(404)
    return bookmark


@router.put("/{number}")
def update(number: int, payload: BookmarkPayload, table: Table) -> Bookmark:
    bookmark = Bookmark(number, payload.url, payload.title, payload.note)
    if not table.update(bookmark):
        raise HTTPException(404)
    return bookmark


@router.delete("/{number}", status_code=204)
def delete(number: int, table: Table) -> None:
    if not table.delete(number):
        raise HTTPException(404)
