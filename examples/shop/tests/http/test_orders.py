"""The whole shop, over HTTP and with a real database."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from shop.adapters.repositories.products import SqlProductRepository
from shop.domain.product import Product
from shop.domain.values import Money
from shop.infrastructure.database import open_database
from shop.main import create_app

TWO_MUGS = {"email": "ada@example.org", "quantities": {"mug": 2}}


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    url = f"sqlite:///{tmp_path / 'shop.db'}"
    with open_database(url).begin() as session:
        SqlProductRepository(session).save(Product("mug", "Blue mug", Money(900), stock=3))
    return TestClient(create_app(url))


def test_an_order_can_be_placed_and_paid(client: TestClient) -> None:
    placed = client.post("/orders", json=TWO_MUGS).json()

    paid = client.post(f"/orders/{placed['id']}/payment")

    assert paid.json() == {"id": placed["id"], "status": "paid", "total_cents": 1800}


def test_a_cancelled_order_can_be_placed_again(client: TestClient) -> None:
    placed = client.post("/orders", json=TWO_MUGS).json()
    client.post(f"/orders/{placed['id']}/cancellation")

    again = client.post("/orders", json=TWO_MUGS)

    assert again.status_code == 201


def test_an_order_that_fails_leaves_the_shelf_as_it_was(client: TestClient) -> None:
    quantities = {"mug": 2, "unicorn": 1}
    client.post("/orders", json={"email": "ada@example.org", "quantities": quantities})

    answer = client.post("/orders", json={"email": "ada@example.org", "quantities": {"mug": 3}})

    assert answer.status_code == 201


@pytest.mark.parametrize(
    ("email", "quantities", "status"),
    [
        ("ada@example.org", {"unicorn": 1}, 404),
        ("ada@example.org", {"mug": 4}, 409),
        ("ada@example.org", {}, 422),
        ("nobody", {"mug": 1}, 422),
    ],
)
def test_errors_have_their_status(
    client: TestClient, email: str, quantities: dict[str, int], status: int
) -> None:
    answer = client.post("/orders", json={"email": email, "quantities": quantities})

    assert answer.status_code == status
