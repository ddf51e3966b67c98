"""What goes in comes out."""

import pytest
from fastapi.testclient import TestClient

from bookmarks.main import create_app

PYTHON = {"url": "https://python.org", "title": "Python", "note": ""}


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(":memory:"))


@pytest.fixture
def number(client: TestClient) -> int:
    created: int = client.post("/bookmarks", json=PYTHON).json()
    return created


def test_a_bookmark_can_be_read(client: TestClient, number: int) -> None:
    assert client.get(f"/bookmarks/{number}").json() == {"id": number, **PYTHON}


def test_bookmarks_are_listed_by_title(client: TestClient, number: int) -> None:
    client.post("/bookmarks", json={"url": "https://click.example", "title": "Click"})

    titles = [bookmark["title"] for bookmark in client.get("/bookmarks").json()]

    assert titles == ["Click", "Python"]


def test_a_bookmark_can_be_changed(client: TestClient, number: int) -> None:
    client.put(f"/bookmarks/{number}", json={**PYTHON, "note": "read again"})

    assert client.get(f"/bookmarks/{number}").json()["note"] == "read again"


def test_a_deleted_bookmark_is_gone(client: TestClient, number: int) -> None:
    client.delete(f"/bookmarks/{number}")

    assert client.get("/bookmarks").json() == []


@pytest.mark.parametrize("method", ["get", "delete"])
def test_what_is_not_there_is_not_found(client: TestClient, method: str) -> None:
    assert client.request(method, "/bookmarks/9").status_code == 404


def test_what_is_not_there_cannot_be_changed(client: TestClient) -> None:
    assert client.put("/bookmarks/9", json=PYTHON).status_code == 404
