"""The use cases, with fakes at the ports."""

import pytest

from shop.domain.errors import NotFoundError
from shop.domain.order import OrderStatus
from shop.domain.product import Product
from shop.domain.values import Money
from shop.use_cases.cancel_order import CancelOrder
from shop.use_cases.pay_order import PayOrder
from shop.use_cases.place_order import PlaceOrder, PlaceOrderRequest
from tests.fakes import NOON, CountedIds, InMemoryOrders, InMemoryProducts, StoppedClock

TWO_MUGS = PlaceOrderRequest("ada@example.org", {"mug": 2})


@pytest.fixture
def products() -> InMemoryProducts:
    return InMemoryProducts(Product("mug", "Blue mug", Money(900), stock=3))


@pytest.fixture
def orders() -> InMemoryOrders:
    return InMemoryOrders()


@pytest.fixture
def place_order(products: InMemoryProducts, orders: InMemoryOrders) -> PlaceOrder:
    return PlaceOrder(products, orders, StoppedClock(), CountedIds())


def test_an_order_is_kept_with_its_id_and_its_time(
    place_order: PlaceOrder, orders: InMemoryOrders
) -> None:
    place_order.execute(TWO_MUGS)

    assert orders.get("order-1").placed_at == NOON


def test_an_unknown_product_cannot_be_ordered(place_order: PlaceOrder) -> None:
    with pytest.raises(NotFoundError):
        place_order.execute(PlaceOrderRequest("ada@example.org", {"unicorn": 1}))


def test_a_cancelled_order_goes_back_to_the_shelf(
    place_order: PlaceOrder, orders: InMemoryOrders, products: InMemoryProducts
) -> None:
    order = place_order.execute(TWO_MUGS)

    CancelOrder(orders, products).execute(order.id)

    assert products.get("mug").stock == 3


def test_a_payment_is_kept(place_order: PlaceOrder, orders: InMemoryOrders) -> None:
    order = place_order.execute(TWO_MUGS)

    PayOrder(orders, StoppedClock()).execute(order.id)

    assert orders.get(order.id).status is OrderStatus.PAID
