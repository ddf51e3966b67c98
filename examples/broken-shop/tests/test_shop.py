"""The shop works, over HTTP and with a real database."""

import logging
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from shop.adapters.repositories.people import SqlGiftCardRepository
from shop.adapters.repositories.products import SqlProductRepository
from shop.domain.gift_card import GiftCard
from shop.domain.product import Product
from shop.domain.supplier import Supplier
from shop.domain.values import Money
from shop.infrastructure.database import open_database
from shop.main import check_voucher, create_app

TWO_MUGS = {"email": "ada@example.org", "quantities": {"mug": 2}}


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    url = f"sqlite:///{tmp_path / 'shop.db'}"
    with open_database(url).begin() as session:
        SqlProductRepository(session).save(Product("mug", "Blue mug", Money(900), stock=3))
        SqlProductRepository(session).save(Product("tea", "Assam", Money(450), stock=5))
        SqlGiftCardRepository(session).save(GiftCard("card-1", "ada@example.org", 2000))
        session.add(Supplier(id="clay", name="Clay & Sons", lead_days=3))
    return TestClient(create_app(url))


@pytest.fixture
def paid(client: TestClient) -> str:
    order_id: str = client.post("/orders", json=TWO_MUGS).json()["id"]
    client.post(f"/orders/{order_id}/payment")
    return order_id


def test_a_product_has_a_label() -> None:
    assert Product("mug", "Blue mug", Money(905), stock=1).label() == "Blue mug, 9.05 EUR"


def test_a_paid_order_is_refunded_without_the_handling(client: TestClient, paid: str) -> None:
    answer = client.post(f"/orders/{paid}/refund")

    assert answer.json() == {"refunded_cents": 1550}


def test_an_order_is_refunded_once(client: TestClient, paid: str) -> None:
    client.post(f"/orders/{paid}/refund")

    assert client.post(f"/orders/{paid}/refund").status_code == 409


def test_a_paid_order_is_shipped(
    client: TestClient, paid: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = httpx.Response(200, json={"tracking": "T-1"})
    monkeypatch.setattr("httpx.post", lambda *_, **__: answer)

    assert client.post(f"/orders/{paid}/shipment").json() == "T-1"


def test_a_cancellation_is_announced(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="shop.mail")
    order_id = client.post("/orders", json=TWO_MUGS).json()["id"]

    client.post(f"/orders/{order_id}/cancellation")

    assert f"Order {order_id} is cancelled" in caplog.text


def test_best_sellers_come_first(client: TestClient, paid: str) -> None:
    assert [product["id"] for product in client.get("/products").json()] == ["mug", "tea"]


def test_a_product_can_be_reviewed(client: TestClient) -> None:
    answer = client.post("/products/mug/reviews", json={"stars": 5, "text": "Very blue."})

    assert answer.status_code == 201


@pytest.mark.parametrize(("cents", "status"), [(500, 200), (2000, 200), (2001, 422)])
def test_a_gift_card_covers_its_balance(client: TestClient, cents: int, status: int) -> None:
    answer = client.post("/gift-cards/card-1/redemption", params={"cents": cents})

    assert answer.status_code == status


def test_a_customer_can_register(client: TestClient) -> None:
    ada = {"name": "Ada", "email": "ada@example.org", "phone": "1843", "city": "London"}

    assert client.post("/customers", json=ada).status_code == 201


def test_nobody_delivers_on_a_sunday(client: TestClient) -> None:
    thursday = {"ordered_on": "2026-05-07"}

    assert client.get("/suppliers/clay/delivery", params=thursday).json() == "2026-05-11"


def test_a_voucher_says_what_it_is_worth() -> None:
    assert CliRunner().invoke(check_voucher, ["MUGS-15"]).output == "15 percent off\n"
