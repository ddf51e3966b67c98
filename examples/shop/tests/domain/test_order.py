"""An order keeps its own rules."""

from datetime import UTC, datetime, timedelta

import pytest

from shop.domain.errors import InvalidValueError, OrderStateError
from shop.domain.order import Order, OrderStatus
from shop.domain.values import Email, Money, OrderLine

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def order() -> Order:
    lines = (OrderLine("mug", 2, Money(900)), OrderLine("tea", 1, Money(450)))
    return Order("order-1", Email("ada@example.org"), lines, NOON)


def test_the_total_is_the_sum_of_the_lines(order: Order) -> None:
    assert order.total == Money(2250)


def test_an_order_can_be_paid_in_its_first_fortnight(order: Order) -> None:
    order.pay(NOON + timedelta(days=14))

    assert order.status is OrderStatus.PAID


def test_an_old_order_cannot_be_paid(order: Order) -> None:
    with pytest.raises(OrderStateError, match="lapsed"):
        order.pay(NOON + timedelta(days=15))


def test_a_paid_order_cannot_be_cancelled(order: Order) -> None:
    order.pay(NOON)

    with pytest.raises(OrderStateError, match="already paid"):
        order.cancel()


def test_an_order_without_lines_cannot_exist() -> None:
    with pytest.raises(InvalidValueError):
        Order("order-1", Email("ada@example.org"), (), NOON)
